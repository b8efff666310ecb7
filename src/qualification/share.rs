//! A share of one amount in another, and how much of a whole keeps it.

/// A share, compared exactly and never rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fraction {
    /// The number of parts…
    parts: u32,
    /// …of this many.
    of: u32,
}

impl Fraction {
    /// So many parts of so many (1 to 1,000); `None` where there are more parts than that.
    #[must_use]
    pub const fn new(parts: u32, of: u32) -> Option<Self> {
        if of == 0 || of > 1_000 || parts > of {
            None
        } else {
            Some(Self { parts, of })
        }
    }

    /// The fraction in a text: `1/2`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (parts, of) = text.split_once('/')?;
        // As people write numbers: no sign, no zero before others.
        let number = |text: &str| {
            let digits = text.bytes().all(|byte| byte.is_ascii_digit());
            let padded = text.len() > 1 && text.starts_with('0');
            text.parse().ok().filter(|_| digits && !padded)
        };
        Self::new(number(parts)?, number(of)?)
    }

    /// True where this is more than `other`.
    #[must_use]
    pub const fn is_above(self, other: Self) -> bool {
        // At most 1,000 times 1,000.
        self.parts * other.of > other.parts * self.of
    }

    /// How many parts.
    #[must_use]
    pub const fn parts(self) -> u32 {
        self.parts
    }

    /// Of how many.
    #[must_use]
    pub const fn of(self) -> u32 {
        self.of
    }
}

/// A bound of a share: at least half, or more than half.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShareBound {
    /// The share.
    pub share: Fraction,
    /// True for “more than” and “less than”: then the share itself does not keep the bound.
    pub is_strict: bool,
}

impl ShareBound {
    /// The least that is enough of a whole, where this is the lower bound.
    #[must_use]
    pub fn least_of(self, whole: u32) -> u32 {
        let (down, up) = self.of(whole);
        if !self.is_strict {
            up
        } else if whole == 0 {
            0
        } else {
            down.saturating_add(1)
        }
    }

    /// The most that is not too much of a whole, where this is the upper bound.
    #[must_use]
    pub fn most_of(self, whole: u32) -> u32 {
        let (down, up) = self.of(whole);
        if self.is_strict {
            up.saturating_sub(1)
        } else {
            down
        }
    }

    /// This share of a whole, rounded down and up.
    fn of(self, whole: u32) -> (u32, u32) {
        let of = u64::from(self.share.of);
        let product = u64::from(whole).saturating_mul(u64::from(self.share.parts));
        let rounded = |product: u64| product.checked_div(of).and_then(|one| one.try_into().ok());
        let down = rounded(product).unwrap_or(u32::MAX);
        let up = rounded(product.saturating_add(of.saturating_sub(1)));
        (down, up.unwrap_or(u32::MAX))
    }

    /// True where no share keeps both this as the lower and `most` as the upper bound.
    #[must_use]
    pub fn excludes(self, most: Self) -> bool {
        let touches = !most.share.is_above(self.share);
        self.share.is_above(most.share) || touches && (self.is_strict || most.is_strict)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_much_of_a_whole_keeps_a_share() {
        let half = |is_strict| ShareBound {
            share: Fraction::new(1, 2).unwrap(),
            is_strict,
        };
        // Of 12 and of 13: at least half, more than half, at most half, less than half.
        assert_eq!([12, 13].map(|whole| half(false).least_of(whole)), [6, 7]);
        assert_eq!([12, 13].map(|whole| half(true).least_of(whole)), [7, 7]);
        assert_eq!([12, 13].map(|whole| half(false).most_of(whole)), [6, 6]);
        assert_eq!([12, 13].map(|whole| half(true).most_of(whole)), [5, 6]);
        for is_strict in [false, true] {
            assert_eq!(
                (half(is_strict).least_of(0), half(is_strict).most_of(0)),
                (0, 0)
            );
        }
    }
}
