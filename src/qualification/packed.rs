//! Qualifications as few bytes, for those that come with the program.
//!
//! A catalogue file is written for people: to read one takes a reader of JSON, its checks and its
//! messages. The shipped ones are read and checked when the program is built, and packed as their
//! fields one after the other: a number in groups of seven bits, the lowest first, a text and a list
//! behind their length, a choice as its number. The bytes are never stored or sent: a program reads
//! only what its own build packed.

use std::sync::Arc;

use super::{
    About, Amount, Bounds, Covers, Credits, Date, Earned, Endorsement, Form, Fraction, Group,
    GroupId, Hours, Level, Measure, Note, Ours, OwnAbout, PublishedHours, Qualification,
    QualificationId, Rule, RuleId, Selection, ShareBound, Size, Source, Subject, Surplus, Unit,
    UnitAbout, UnitCode, Units, Variant, VariantId, When, Window,
};

/// What can be packed.
pub trait Packed: Sized {
    /// Adds the bytes to `to`.
    fn pack(&self, to: &mut Vec<u8>);

    /// Takes the bytes from the front of `from`; `None` where these are not what was packed.
    fn unpack(from: &mut &[u8]) -> Option<Self>;
}

impl Packed for u32 {
    fn pack(&self, to: &mut Vec<u8>) {
        let mut rest = *self;
        while rest > 127 {
            to.push(rest.to_le_bytes()[0] | 128);
            rest >>= 7;
        }
        to.push(rest.to_le_bytes()[0]);
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        let mut number = 0;
        for shift in [0, 7, 14, 21, 28] {
            let (byte, rest) = from.split_first()?;
            *from = rest;
            number |= u32::from(byte & 127) << shift;
            if byte & 128 == 0 {
                return Some(number);
            }
        }
        None
    }
}

impl Packed for String {
    fn pack(&self, to: &mut Vec<u8>) {
        length(self.len()).pack(to);
        to.extend(self.as_bytes());
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        let length = usize::try_from(u32::unpack(from)?).ok()?;
        let (text, rest) = from.split_at_checked(length)?;
        *from = rest;
        Self::from_utf8(text.to_vec()).ok()
    }
}

impl<T: Packed> Packed for Vec<T> {
    fn pack(&self, to: &mut Vec<u8>) {
        length(self.len()).pack(to);
        for one in self {
            one.pack(to);
        }
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        let mut all = Self::new();
        for _ in 0..u32::unpack(from)? {
            all.push(T::unpack(from)?);
        }
        Some(all)
    }
}

impl<T: Packed> Packed for Option<T> {
    fn pack(&self, to: &mut Vec<u8>) {
        self.is_some().pack(to);
        if let Some(one) = self {
            one.pack(to);
        }
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        Some(if bool::unpack(from)? {
            Some(T::unpack(from)?)
        } else {
            None
        })
    }
}

impl<A: Packed, B: Packed> Packed for (A, B) {
    fn pack(&self, to: &mut Vec<u8>) {
        self.0.pack(to);
        self.1.pack(to);
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        Some((A::unpack(from)?, B::unpack(from)?))
    }
}

impl Packed for OwnAbout {
    fn pack(&self, _: &mut Vec<u8>) {}

    fn unpack(_: &mut &[u8]) -> Option<Self> {
        Some(Self::default())
    }
}

impl<T: Packed> Packed for Arc<T> {
    fn pack(&self, to: &mut Vec<u8>) {
        T::pack(self, to);
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        T::unpack(from).map(Self::new)
    }
}

fn length(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// What is packed as another type that says the same.
macro_rules! packed_as {
    ($($name:ty: $other:ty = |$it:ident| $to:expr, |$from:ident| $back:expr;)*) => {$(
        impl Packed for $name {
            fn pack(&self, to: &mut Vec<u8>) {
                let $it = self;
                <$other>::pack(&$to, to);
            }

            fn unpack(from: &mut &[u8]) -> Option<Self> {
                let $from = <$other>::unpack(from)?;
                $back
            }
        }
    )*};
}

packed_as! {
    bool: u32 = |it| u32::from(*it), |from| Some(from == 1);
    Credits: u32 = |it| it.number(), |from| Self::new(from);
    Hours: u32 = |it| it.number(), |from| Self::new(from);
    UnitCode: String = |it| it.to_string(), |from| Self::new(&from);
    QualificationId: String = |it| it.to_string(), |from| Self::new(&from);
    GroupId: String = |it| it.to_string(), |from| Self::new(&from);
    RuleId: String = |it| it.to_string(), |from| Self::new(&from);
    VariantId: String = |it| it.to_string(), |from| Self::new(&from);
    Level: u32 = |it| u32::from(it.place()), |from| Self::of_place(from);
    Date: String = |it| it.to_string(), |from| Self::parse(&from);
    Units: Vec<Unit> = |it| it.to_vec(), |from| Some(Self::new(from));
    Measure: u32 = |it| place(&Self::ALL, it), |from| at(&Self::ALL, from);
    Earned: u32 = |it| place(&Self::ALL, it), |from| at(&Self::ALL, from);
    Fraction: Vec<u32> = |it| vec![it.parts(), it.of()], |from| match *from {
        [parts, of] => Self::new(parts, of),
        _ => None,
    };
    // To read either from a text takes tables of all letters, which weigh more than the shipped catalogue.
    Size: Vec<String> = |it| vec![it.name().to_owned(), it.key().to_owned()], |from| match from.as_slice() {
        [name, key] => Some(Self::of(name, key)),
        _ => None,
    };
    Bounds: Vec<Option<u32>> = |it| vec![it.least(), it.most()], |from| match *from {
        [least, most] => Self::new(least, most),
        _ => None,
    };
}

fn place<T: PartialEq>(all: &[T], one: &T) -> u32 {
    length(
        all.iter()
            .position(|known| known == one)
            .unwrap_or(all.len()),
    )
}

fn at<T: Copy>(all: &[T], place: u32) -> Option<T> {
    all.get(usize::try_from(place).ok()?).copied()
}

/// Its fields one after the other.
macro_rules! packed {
    ($($name:ident { $($field:ident),* $(,)? })*) => {$(
        impl $crate::qualification::Packed for $name {
            fn pack(&self, to: &mut Vec<u8>) {
                let Self { $($field),* } = self;
                $($field.pack(to);)*
            }

            fn unpack(from: &mut &[u8]) -> Option<Self> {
                Some(Self {
                    $($field: $crate::qualification::Packed::unpack(from)?),*
                })
            }
        }
    )*};
}
pub(crate) use packed;

packed! {
    Qualification {
        id, suite, awarding_body, accreditation_number, title, level, size, operational_start,
        credit_value, study_hours_per_credit, induction, tutorial_support,
        unit_hours_include_support, published, completion_years, post_nominals, designation,
        purpose, for_learners, for_employers, progression, assessment, groups, units, rules,
        pathways, nations, endorsements, registration, last_certification, notes, source,
        catalogue, rules_hash, about,
    }
    PublishedHours { guided_learning, average_guided_learning, total_qualification_time }
    Unit {
        code, title, level, credits, hours, points, subject, tags, sizes, former_codes,
        regulator_number,
    }
    Group { id, title, parent, units, closed_units }
    Variant { id, title }
    Endorsement { title, amounts }
    Window { from, until }
    Note { text, heading }
    Source { document, heading, checked }
    Rule { id, when, form, source, note }
    When { pathways, nations, registered_from, registered_before }
    Amount { of, measure, bounds, surplus, if_used, each_subject }
    Selection { groups, units, level_from, level_to, tag, subject, earned }
    ShareBound { share, is_strict }
    About { subjects, units }
    Subject { id, label, title, heading, ours }
    Ours { subject, label, units }
    UnitAbout { code, covers, subjects, short_name, search_words }
    Covers { lines, heading }
}

/// The number of the choice, then its fields.
macro_rules! packed_choices {
    ($($name:ident { $($number:literal => $choice:ident { $($key:tt: $field:ident),* })* })*) => {$(
        impl Packed for $name {
            fn pack(&self, to: &mut Vec<u8>) {
                match self {
                    $(Self::$choice { $($key: $field),* } => {
                        u32::pack(&$number, to);
                        $($field.pack(to);)*
                    })*
                }
            }

            fn unpack(from: &mut &[u8]) -> Option<Self> {
                match u32::unpack(from)? {
                    $($number => Some(Self::$choice { $($key: Packed::unpack(from)?),* }),)*
                    _ => None,
                }
            }
        }
    )*};
}

packed_choices! {
    Surplus {
        0 => Breaks {}
        1 => NotCounted {}
    }
    Form {
        0 => Amount { 0: amount }
        1 => Share { of: of, out_of: out_of, measure: measure, least: least, most: most }
        2 => Mandatory { units: units }
        3 => Choice { options: options, bounds: bounds }
        4 => Barred { units: units, most: most, counts: counts }
        5 => Bars { unit: unit, units: units }
        6 => SameContent { units: units }
        7 => Needs { unit: unit, needs: needs, all: all }
        8 => Registration {
            unit: unit, open_from: open_from, closed_from: closed_from,
            open_if_achieved: open_if_achieved, instead: instead
        }
        9 => Condition { text: text, if_taken: if_taken }
    }
}
