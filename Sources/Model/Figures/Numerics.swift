import Glibc

// C library functions under our own names, so that the formulas need no import.

/// Returns the base to the power of the exponent, as the C library computes it.
package func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
/// Returns the natural logarithm, as the C library computes it.
package func logarithm(_ value: Double) -> Double { log(value) }
