//! Finding units: a search field, two choices, and how many were found.

use crate::app::components::field::{field, wide_field};
use crate::app::components::notice::button;
use crate::app::dom::{self, El, el, said, styled};
use crate::app::live::{Handle, Live};
use crate::app::stores::editor::EditorStore;
use crate::editor::{Filter, ListedRow, Show, is_worth_filtering, levels};
use crate::qualification::{Group, Level, Qualification};
use crate::wording::{self, label};

/// What is looked for.
#[derive(Clone, Copy)]
pub(crate) struct Finder(Handle<Live<Filter>>);

impl Finder {
    pub(crate) fn new() -> Self {
        Self(Handle::new(Live::new(Filter::new())))
    }

    /// The rows of a group in the order in which they are listed.
    pub(crate) fn rows(self, editor: EditorStore, group: &Group) -> Vec<ListedRow> {
        self.look(|filter| editor.current(|current| filter.rows(&current, group)))
    }

    fn look<T>(self, look: impl FnOnce(&Filter) -> T) -> T {
        self.0.held().look(look)
    }

    fn change(self, change: impl FnOnce(&mut Filter)) {
        self.0.held().change(change);
    }
}

/// The controls; none where the list is short enough to see at once.
pub(crate) fn controls(
    finder: Finder,
    editor: EditorStore,
    qualification: &Qualification,
) -> Option<El> {
    if !is_worth_filtering(qualification) {
        return None;
    }
    let search = el("input")
        .attr("type", "search")
        .attr("id", "qp-search")
        .attr("maxlength", "100")
        .attr("autocomplete", "off")
        .live_value(move || finder.look(|filter| filter.search().to_owned()))
        .on("input", move |event| {
            let of = editor.qualification();
            finder.change(|filter| filter.set_search(&of, dom::value(&event)));
        });
    let choices = Show::ALL.map(|show| option(show.name(), show.label()));
    let choice = el("select")
        .with_all(choices.into())
        .live_value(move || finder.look(|filter| filter.show().name().to_owned()))
        .on("change", move |event| {
            finder.change(|filter| filter.set_show(Show::named(&dom::value(&event))));
        });
    let count = move || finder.look(|filter| editor.current(|current| filter.count_line(&current)));
    Some(
        styled("search", "qp-finder")
            .with(wide_field(label::SEARCH, search))
            .with_some(choice_of_level(finder, qualification))
            .with(field(label::SHOW, choice))
            .with(
                styled("p", "qp-finder-count")
                    .attr("role", "status")
                    .live_text(count),
            ),
    )
}

/// The choice of a level, where there is more than one.
fn choice_of_level(finder: Finder, qualification: &Qualification) -> Option<El> {
    let levels = levels(qualification).into_iter();
    let options: Vec<El> = levels
        .map(|level| option(&level.to_string(), &wording::level(level)))
        .collect();
    if options.is_empty() {
        return None;
    }
    let choice = el("select")
        .with(option("", label::ANY_LEVEL))
        .with_all(options)
        .live_value(move || {
            let level = finder.look(Filter::level);
            level.map(|level| level.to_string()).unwrap_or_default()
        })
        .on("change", move |event| {
            finder.change(|filter| filter.set_level(Level::parse(&dom::value(&event))));
        });
    Some(field(label::LEVEL, choice))
}

fn option(value: &str, label: &str) -> El {
    said("option", label).attr("value", value)
}

/// What stands in place of the list where nothing was found.
pub(crate) fn nothing_found(finder: Finder, editor: EditorStore) -> El {
    let show_all = move || {
        finder.change(Filter::clear);
        editor.focus("qp-search");
    };
    let is_any = move || finder.look(|filter| editor.current(|current| filter.count(&current) > 0));
    styled("div", "qp-nothing")
        .live_class("qp-hidden", is_any)
        .with(said("p", wording::NO_UNIT_FOUND))
        .with(button(wording::SHOW_ALL_UNITS, show_all))
}
