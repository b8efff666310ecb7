//! A field under its label.

use crate::app::dom::{El, said, styled};

/// A field with its label above it.
pub(crate) fn field(label: &str, field: El) -> El {
    styled("label", "qp-field")
        .with(said("span", label))
        .with(field)
}

/// The same, as wide as there is room.
pub(crate) fn wide_field(label: &str, input: El) -> El {
    field(label, input).attr("class", "qp-field qp-field--wide")
}
