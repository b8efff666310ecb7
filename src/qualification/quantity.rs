use std::iter::Sum;

macro_rules! quantities {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(u32);

        impl $name {
            /// The most that one unit or rule may state; a catalogue with more is refused.
            pub const MOST: u32 = 100_000;

            /// This number, up to [`Self::MOST`]; `None` above that.
            #[must_use]
            pub const fn new(number: u32) -> Option<Self> {
                if number <= Self::MOST { Some(Self(number)) } else { None }
            }

            /// The number.
            #[must_use]
            pub const fn number(self) -> u32 {
                self.0
            }
        }

        impl Sum for $name {
            /// Adds without wrapping. A catalogue holds at most 5,000 units of at most
            /// [`Self::MOST`], so that a sum over them stays far below the largest number.
            fn sum<I: Iterator<Item = Self>>(items: I) -> Self {
                Self(items.fold(0, |sum, item| u32::saturating_add(sum, item.0)))
            }
        }
    )*};
}

quantities! {
    /// Credits: what a unit is worth, where its awarding body gives credits.
    Credits
    /// Hours, of guided learning or of support.
    Hours
}

impl Credits {
    /// The hours of study for these credits, at `hours_per_credit` hours a credit.
    #[must_use]
    pub const fn study(self, hours_per_credit: u32) -> Hours {
        Hours(self.0.saturating_mul(hours_per_credit))
    }
}

impl Hours {
    /// The sum of both.
    #[must_use]
    pub const fn plus(self, other: u32) -> Self {
        Self(self.0.saturating_add(other))
    }
}

/// How much is asked for: from below, from above, or both. One of them is always there, and the
/// lower never exceeds the upper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds(Ends);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ends {
    Least(u32),
    Most(u32),
    Both(u32, u32),
}

impl Bounds {
    /// These bounds; `None` where there is neither, or the lower exceeds the upper.
    #[must_use]
    pub const fn new(least: Option<u32>, most: Option<u32>) -> Option<Self> {
        match (least, most) {
            (None, None) => None,
            (Some(least), None) => Some(Self(Ends::Least(least))),
            (None, Some(most)) => Some(Self(Ends::Most(most))),
            (Some(least), Some(most)) if least > most => None,
            (Some(least), Some(most)) => Some(Self(Ends::Both(least, most))),
        }
    }

    /// The least that is asked for, if anything.
    #[must_use]
    pub const fn least(self) -> Option<u32> {
        match self.0 {
            Ends::Least(least) | Ends::Both(least, _) => Some(least),
            Ends::Most(_) => None,
        }
    }

    /// The most that is allowed, if there is a limit.
    #[must_use]
    pub const fn most(self) -> Option<u32> {
        match self.0 {
            Ends::Most(most) | Ends::Both(_, most) => Some(most),
            Ends::Least(_) => None,
        }
    }

    /// The most, or the least where there is no limit: the figure that is said last.
    #[must_use]
    pub const fn last(self) -> u32 {
        match self.0 {
            Ends::Least(last) | Ends::Most(last) | Ends::Both(_, last) => last,
        }
    }

    /// The least, with none as 0.
    #[must_use]
    pub const fn floor(self) -> u32 {
        match self.0 {
            Ends::Least(least) | Ends::Both(least, _) => least,
            Ends::Most(_) => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_are_never_empty_nor_upside_down() {
        assert_eq!(Bounds::new(None, None), None);
        assert_eq!(Bounds::new(Some(7), Some(6)), None);
        assert!(Bounds::new(Some(6), Some(6)).is_some());
    }

    #[test]
    fn five_thousand_of_the_largest_credits_still_add_up_exactly() {
        let most = Credits::new(Credits::MOST).unwrap();
        let sum: Credits = std::iter::repeat_n(most, 5_000).sum();
        assert_eq!(sum.number(), 500_000_000);
    }

    #[test]
    fn hours_of_study_are_reckoned_from_credits_without_wrapping() {
        let credits = Credits::new(37).unwrap();
        assert_eq!(credits.study(10).number(), 370);
        assert_eq!(credits.study(u32::MAX).number(), u32::MAX);
    }
}
