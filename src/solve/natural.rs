//! Whole numbers of any length, as far as counting needs them. num-bigint would add more bytes to
//! the program than this file; the tests compare the two.

use std::fmt;

/// A whole number, 0 or more.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Natural {
    /// Digits to the base 2³², the lowest first, the highest not 0.
    digits: Vec<u32>,
}

impl Natural {
    /// One.
    #[must_use]
    pub fn one() -> Self {
        Self::from(1)
    }

    /// Two to the power of `exponent`.
    #[must_use]
    pub fn power_of_two(exponent: u32) -> Self {
        let mut digits = vec![0; usize::try_from(exponent / 32).unwrap_or(usize::MAX)];
        digits.push(1 << (exponent % 32));
        Self { digits }
    }

    /// True for 0.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    /// Adds `other`.
    pub fn add(&mut self, other: &Self) {
        if self.digits.len() < other.digits.len() {
            self.digits.resize(other.digits.len(), 0);
        }
        let mut carry = 0_u64;
        let mut others = other.digits.iter();
        for digit in &mut self.digits {
            let next = others.next();
            if next.is_none() && carry == 0 {
                break;
            }
            carry += u64::from(*digit) + u64::from(next.copied().unwrap_or(0));
            *digit = low(carry);
            carry >>= 32;
        }
        if carry > 0 {
            self.digits.push(low(carry));
        }
    }

    /// Takes `other` away; 0 where it is larger.
    pub fn subtract(&mut self, other: &Self) {
        let mut borrow = 0_u64;
        for (index, digit) in self.digits.iter_mut().enumerate() {
            let taken = u64::from(other.digits.get(index).copied().unwrap_or(0)) + borrow;
            let (left, below) = u64::from(*digit).overflowing_sub(taken);
            *digit = low(left);
            borrow = u64::from(below);
        }
        if borrow > 0 || other.digits.len() > self.digits.len() {
            self.digits.clear();
        }
        self.trim();
    }

    /// The product of both.
    #[must_use]
    pub fn times(&self, other: &Self) -> Self {
        let mut digits = vec![0_u32; self.digits.len() + other.digits.len()];
        for (index, one) in self.digits.iter().enumerate() {
            let mut carry = 0_u64;
            for (place, digit) in digits.iter_mut().skip(index).enumerate() {
                let Some(two) = other.digits.get(place) else {
                    *digit = low(carry);
                    break;
                };
                carry += u64::from(*one) * u64::from(*two) + u64::from(*digit);
                *digit = low(carry);
                carry >>= 32;
            }
        }
        let mut product = Self { digits };
        product.trim();
        product
    }

    /// Multiplies by `factor` and divides by `divisor` (0 counts as 1), without the remainder.
    pub fn scale(&mut self, factor: u32, divisor: u32) {
        let mut carry = 0_u64;
        for digit in &mut self.digits {
            carry += u64::from(*digit) * u64::from(factor);
            *digit = low(carry);
            carry >>= 32;
        }
        if carry > 0 {
            self.digits.push(low(carry));
        }
        self.divide(divisor.max(1));
    }

    /// Divides by `divisor`, which is not 0; gives the remainder.
    fn divide(&mut self, divisor: u32) -> u32 {
        let divisor = u64::from(divisor);
        let mut rest = 0_u64;
        for digit in self.digits.iter_mut().rev() {
            rest = (rest << 32) | u64::from(*digit);
            *digit = low(rest / divisor);
            rest %= divisor;
        }
        self.trim();
        low(rest)
    }

    fn trim(&mut self) {
        while self.digits.last() == Some(&0) {
            self.digits.pop();
        }
    }
}

/// The lowest 32 bits.
const fn low(number: u64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the rest is cut off on purpose"
    )]
    let low = number as u32;
    low
}

impl From<u32> for Natural {
    fn from(number: u32) -> Self {
        let mut natural = Self {
            digits: vec![number],
        };
        natural.trim();
        natural
    }
}

impl fmt::Display for Natural {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut left = self.clone();
        let mut parts = Vec::new();
        while !left.is_zero() {
            parts.push(left.divide(1_000_000_000));
        }
        let Some(first) = parts.pop() else {
            return formatter.write_str("0");
        };
        write!(formatter, "{first}")?;
        for part in parts.iter().rev() {
            write!(formatter, "{part:09}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use num_bigint::BigUint;
    use proptest::prelude::*;

    use super::*;

    fn natural(digits: &[u32]) -> (Natural, BigUint) {
        let mut number = Natural {
            digits: digits.to_vec(),
        };
        number.trim();
        (number, BigUint::new(digits.to_vec()))
    }

    fn digits() -> impl Strategy<Value = Vec<u32>> {
        let digit = prop_oneof![Just(0), Just(u32::MAX), any::<u32>()];
        prop::collection::vec(digit, 0..6)
    }

    #[test]
    fn powers_of_two_stand_at_the_right_place() {
        assert_eq!(Natural::power_of_two(0), Natural::one());
        assert_eq!(
            Natural::power_of_two(64).to_string(),
            "18446744073709551616"
        );
        assert_eq!(Natural::default().to_string(), "0");
    }

    proptest! {
        #[test]
        fn it_reckons_as_a_well_known_library_does(one in digits(), two in digits(), small in 1_u32.., large: u32) {
            let ((a, x), (b, y)) = (natural(&one), natural(&two));
            let mut sum = a.clone();
            sum.add(&b);
            prop_assert_eq!(sum, natural(&(&x + &y).to_u32_digits()).0);
            let mut rest = a.clone();
            rest.subtract(&b);
            let expected = if x >= y { &x - &y } else { BigUint::ZERO };
            prop_assert_eq!(rest.to_string(), expected.to_string());
            prop_assert_eq!(a.times(&b).to_string(), (&x * &y).to_string());
            let mut scaled = a.clone();
            scaled.scale(large, small);
            prop_assert_eq!(scaled.to_string(), (&x * large / small).to_string());
        }
    }
}
