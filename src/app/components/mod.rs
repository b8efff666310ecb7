//! Pieces of a screen. They take values and callbacks and know no state.

pub(super) mod banner;
pub(super) mod bar;
pub(super) mod chips;
pub(super) mod choice;
pub(super) mod code;
pub(super) mod codes_field;
pub(super) mod fields;
pub(super) mod head;
pub(super) mod heading;
pub(super) mod icon;
pub(super) mod keys;
pub(super) mod mark;
pub(super) mod paged;
pub(super) mod picked_unit;
pub(super) mod progress_mark;
pub(super) mod rows;
pub(super) mod rule_line;
pub(super) mod sentence;
pub(super) mod sheet;
pub(super) mod show_more;
pub(super) mod sign;
pub(super) mod standing;
pub(super) mod with_code;
