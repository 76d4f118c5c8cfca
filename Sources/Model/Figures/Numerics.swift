import Glibc

// C library functions under our own names, so that the formulas need no import.

package func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
package func logarithm(_ value: Double) -> Double { log(value) }
