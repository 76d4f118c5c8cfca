import Glibc

// The C library's functions under names of our own, so that the formulas need no import.

func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
func logarithm(_ value: Double) -> Double { log(value) }
