//! Fields under their labels: they show a value that follows signals, and tell what was entered.

mod date_field;
mod select_field;

pub(crate) use date_field::{DateField, DateFieldProps};
pub(crate) use select_field::{SelectField, SelectFieldProps};

/// What a field tells of what was entered.
pub(crate) type Entered<T> = Box<dyn FnMut(T)>;
