//! Findings and quantities as sentences.
//!
//! The only module with texts that people read, so that another language needs no other change: labels of
//! buttons are in [`act`], those of fields in [`label`], headings in [`heading`], sentences by what they
//! are about. It knows numbers and names, never a screen: nothing here is HTML, and every sentence can be
//! read aloud.

pub mod about;
pub mod act;
mod advice;
mod amount;
mod catalogue;
mod centre;
mod choice;
mod codes;
#[cfg(feature = "cli")]
pub(crate) mod command;
mod example;
mod expected;
mod file;
pub mod file_name;
pub mod fill;
mod find;
mod group;
pub mod heading;
mod headline;
pub mod held;
mod judgement;
mod kept;
pub mod label;
pub mod ladder;
mod line;
mod list;
pub mod mark;
mod measure;
mod missing_parts;
mod not_counted;
mod not_json;
mod one_line;
mod outlook;
pub mod paper;
mod part;
mod pin;
mod plan_head;
mod problem;
mod qualification;
mod quantity;
mod remedy;
mod row;
mod rule;
mod rule_line;

pub mod rules_sheet;
mod saved_plan;
mod saving;
mod selection;
mod share;
mod shown;
mod sources;
mod standing;
mod start;
mod table;
pub mod timeline;
mod titles;
mod to_go;
mod travel;
pub mod unit_sheet;
pub mod unit_state;
pub mod window;

pub use advice::{
    Suggestion, completion, effective, left_to_group, no_advice, other_choice, repair, result,
    still_to_tick, then, ticking, totals_in_short,
};
pub use catalogue::{
    CATALOGUE_REFUSED, FILE_NOT_KEPT, KEPT_FILE, left_out, no_qualification_called, own_catalogue,
    unmet,
};
pub use centre::{
    YOUR_CENTRE, centre_awaited, centre_failed, centre_left_out, centre_problems, centre_unfetched,
    from_centre, only_centre,
};
pub use codes::codes_apart;
pub use example::{EXAMPLES, Example, about_example, and_more, counted_in_all};
pub use file::{
    CANNOT_BE_READ, NO_PLAN_TO_ADD, NOT_A_PLAN_FILE, NOTHING_ADDED_YET, already_here, arrival,
    at_most, cannot_compare, changed_here, compared, fault, file_trouble, left_out_of_plan,
    not_opened, not_text, nothing_new, read_as, taken_in, too_long, unreadable_plans,
    with_catalogues,
};
pub use find::{
    ALL_UNITS, IN_MY_PLAN, OPEN_TO_ME, SEARCH_EXAMPLES, SHOW_ALL_UNITS, nothing_found, search_hint,
};
pub use group::{
    asked_in_short, asked_of_group, goal, group_count, group_has, group_in_short, group_read,
    pathway_choice, pot, up_to,
};
pub use headline::{Headline, headline, headline_in_short};
pub use judgement::{finding, judgement};
pub use kept::{
    CONFLICTING_COPY, DELETED_STAY, EVERYTHING_DELETED, EVERYTHING_GOES, OF_NEWER_VERSION,
    SAME_PLAN, among_deleted, changed,
};
pub use line::Line;
pub use measure::{
    asked_in_all, bounds_in_all, credit_value, figures, figures_in_short, hours_in_all,
    measure_name, of_your_plan, unit_figures,
};
pub use not_counted::{details_of, not_counted, notice, odd_year, only_sizes, registered};
pub use one_line::rules_in_one_line;
pub use outlook::outlook;
pub use part::part_missing;
pub use pin::{all_pinned_elsewhere, pinned_elsewhere};
pub use plan_head::{in_short, rest_of_total};
pub use problem::{meant, place, problem, problem_and_remedy, reason};
pub use qualification::{choice, eyebrow, facts, mandatory, published_hours, source, terms};
pub use quantity::{bounded, counted, date, hours, hours_asked, level, quantity};
pub use remedy::hint;
pub use row::{
    already_have, choose, closed_units, column, figure_noun, found, keep_and_remove, planned,
    planned_by, registered_before, remove_unit, row_note, sort, uncounted, unit_read,
    unit_uncounted,
};
pub use rule::{condition, rule};
pub use rule_line::{RuleLine, rule_lines};
pub use saved_plan::{
    cannot_delete, cannot_read, difference, duplicated, failure, forked, gone, kept_for_later,
    last_copy, library_change_label, library_changed, moment, name_beside, name_of_copy,
    no_qualification, no_such_plan, not_all_exported, only_what_is_open, privacy, reminder,
    removed, renamed, saved_as_files, show_more, unit_called, unnamed, unnamed_unknown, unreadable,
    unsaved, waiting_plan, without_the_unreadable,
};
pub use saving::{
    CHANGED_AND_SEEN, JUDGED_AS_IT_IS, NOTHING_LOST, STAYS_ON_PAGE, before_that, saving,
};
pub use selection::way_of_earning;
pub use share::{
    ABOUT_PAPER, ABOUT_PLAN_FILE, ABOUT_TABLE, LINK_COPIED, LINK_NOT_COPIED, LINK_NOT_SHARED,
    POINT_CAMERA, TOO_LARGE_FOR_CODE, about_days, in_the_link,
};
pub use sources::{Sources, made_from, unofficial};
pub use standing::{
    CANNOT_ALL_BE_MET, announcement, assumed, assumptions, collision, endorsements, group_bounds,
    group_state, knows_hours, overall, plan_hours, rung_remarks, state, titles_earned, total_line,
};
pub use start::{
    NEEDS_PROGRAM, NEEDS_PROGRAM_HERE, NO_LEVEL, SAVED_HERE_ONLY, STEPS, about_files, level_chip,
    offer_amount, offer_facts, offer_noun, qualifications, split_title,
};
pub use table::plan_table;
pub(crate) use to_go::amount_to_go;
pub use travel::{
    LastDay, NO_UNIT_PICKED, PASTE_CODES, SENT, Whose, achieved, added, calendar,
    catalogue_versions, from_link, last_day, last_day_line, last_day_of, link_error,
    link_error_kept, list_too_long, newer_plan, unit_choices, unknown_in_link,
};
