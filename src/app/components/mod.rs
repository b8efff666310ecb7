//! Pieces of a screen. They take values and callbacks and know no state.

pub(super) mod bar;
pub(super) mod code;
pub(super) mod field;
pub(super) mod frame;
pub(super) mod icon;
pub(super) mod keys;
pub(super) mod list;
pub(super) mod notice;
