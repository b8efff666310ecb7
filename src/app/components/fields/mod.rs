//! Fields under their labels: they show a value that follows signals, and tell what was entered.

mod date_field;
mod note_field;
mod select_field;
mod text_field;

pub(crate) use date_field::{DateField, DateFieldProps};
pub(crate) use note_field::{NoteField, NoteFieldProps};
pub(crate) use select_field::{SelectField, SelectFieldProps};
pub(crate) use text_field::{TextField, TextFieldProps};

/// What a field tells of what was entered.
pub(crate) type Entered<T> = Box<dyn FnMut(T)>;
