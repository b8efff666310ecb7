//! How a unit stands to a plan, and why it does not count.

use crate::qualification::{Date, RuleId, Size, UnitCode};

/// Why a unit does not count, or would not if it were picked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotCounted {
    /// No group of the qualification names it.
    NotListed,
    /// The specification keeps it for other sizes.
    OtherSizes(Vec<Size>),
    /// The specification prints it in the group, but the rule of combination leaves it out.
    LeftOutByRule,
    /// Closed to learners registered from a day on.
    Registration {
        /// The rule that says so.
        rule: RuleId,
        /// The first day of registration to which it is closed.
        closed_from: Date,
        /// True where having achieved it opens it.
        open_if_achieved: bool,
        /// The unit to take instead, if there is one.
        instead: Option<UnitCode>,
    },
    /// Not open yet to learners registered before a day.
    NotYet {
        /// The rule that says so.
        rule: RuleId,
        /// The first day of registration to which it is open.
        open_from: Date,
        /// The unit to take instead, if there is one.
        instead: Option<UnitCode>,
    },
    /// Another picked unit counts in its place.
    Barred {
        /// The rule that says so.
        rule: RuleId,
        /// The unit that counts.
        by: UnitCode,
    },
    /// A rule lets so many of its class count together, and others of it do.
    ClassFull {
        /// The rule that says so.
        rule: RuleId,
        /// How many of the class count together: two or more.
        most: u32,
        /// Those that count.
        by: Vec<UnitCode>,
    },
    /// It has the content of another picked unit, which counts.
    SameContent {
        /// The rule that says so.
        rule: RuleId,
        /// The unit that counts.
        by: UnitCode,
    },
    /// A rule counts no more than so much, and others fill that.
    Surplus {
        /// The rule that says so.
        rule: RuleId,
    },
}

impl NotCounted {
    /// True where the unit does not count whatever else is picked.
    #[must_use]
    pub const fn is_closed(&self) -> bool {
        match self {
            Self::NotListed
            | Self::OtherSizes(_)
            | Self::LeftOutByRule
            | Self::Registration { .. }
            | Self::NotYet { .. } => true,
            Self::Barred { .. }
            | Self::ClassFull { .. }
            | Self::SameContent { .. }
            | Self::Surplus { .. } => false,
        }
    }

    /// True where another unit has taken its place for all who register from a day on.
    #[must_use]
    pub const fn is_replaced(&self) -> bool {
        matches!(
            self,
            Self::Registration {
                instead: Some(_),
                ..
            }
        )
    }

    /// The picked units that count in its place; none where something else keeps it from counting.
    #[must_use]
    pub const fn in_its_place(&self) -> &[UnitCode] {
        match self {
            Self::Barred { by, .. } | Self::SameContent { by, .. } => std::slice::from_ref(by),
            Self::ClassFull { by, .. } => by.as_slice(),
            _ => &[],
        }
    }
}

/// How a unit of the qualification stands to a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnitStatus {
    /// What keeps it from counting, or would if it were picked.
    pub not_counted: Option<NotCounted>,
    /// The counted unit in whose place it would count, if it were picked.
    pub displaces: Option<UnitCode>,
    /// A counted unit of which and this one only one would count, if it were picked: the one with
    /// which the plan stands better.
    pub either: Option<UnitCode>,
}

impl UnitStatus {
    pub(super) fn kept_out(not_counted: Option<NotCounted>) -> Self {
        Self {
            not_counted,
            ..Self::default()
        }
    }
}
