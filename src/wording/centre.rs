//! The catalogue file that a centre's page names: what a learner reads of it, and what the centre does.

use super::date;
use crate::catalogue::File;

/// What marks a qualification of the centre's among others.
pub const YOUR_CENTRE: &str = "Your centre";

/// Whose list is shown, and when it was compared with its document; `alone` where no other is shown.
#[must_use]
pub fn from_centre(file: &File, alone: bool) -> String {
    let which = if alone {
        "From your centre".to_owned()
    } else {
        format!("Those marked “{YOUR_CENTRE}”")
    };
    let (title, body, day) = (&file.title, &file.awarding_body, date(file.checked));
    format!("{which}: {title} ({body}), as read on {day}.")
}

/// Says that the list is on its way.
#[must_use]
pub const fn centre_awaited() -> &'static str {
    "The list of qualifications of your centre is on its way."
}

/// Says that nothing of the list can be used; `only` where no other is shown.
#[must_use]
pub const fn centre_failed(only: bool) -> &'static str {
    if only {
        "The list of qualifications of your centre could not be loaded: what you have saved here \
         can still be read and downloaded, and your centre can tell you what to do."
    } else {
        "The list of qualifications of your centre could not be loaded: those that come with the \
         planner can still be planned, and your centre can tell you about its own."
    }
}

/// Says that some qualifications of the list cannot be used.
#[must_use]
pub fn centre_left_out(number: usize) -> String {
    let (which, them) = match number {
        1 => ("1 qualification".to_owned(), "it"),
        number => (format!("{number} qualifications"), "them"),
    };
    format!(
        "{which} of your centre could not be loaded: the others can still be planned, and your \
         centre can tell you about {them}."
    )
}

/// Says that a learner cannot add a file where a centre shows its own qualifications only.
#[must_use]
pub const fn only_centre() -> &'static str {
    "This page shows the qualifications of your centre and no others."
}

/// Tells the centre that its file has problems, and how many qualifications were left out; `None` where
/// nothing of it can be used.
#[must_use]
pub fn centre_problems(name: &str, left_out: Option<usize>) -> String {
    match left_out {
        None => format!("Nothing of the catalogue file {name} can be used."),
        Some(0) => {
            format!("The catalogue file {name} has problems. Every qualification can be used.")
        }
        Some(1) => format!("1 qualification of the catalogue file {name} was left out."),
        Some(number) => {
            format!("{number} qualifications of the catalogue file {name} were left out.")
        }
    }
}

/// Tells the centre that its file could not be fetched, and why.
#[must_use]
pub fn centre_unfetched(name: &str, trouble: &str) -> String {
    format!("The catalogue file {name} could not be fetched: {trouble}.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_learner_reads_one_sentence_that_says_what_works_and_whom_to_ask() {
        let told = [
            centre_failed(true).to_owned(),
            centre_failed(false).to_owned(),
            centre_left_out(1),
            centre_left_out(2),
        ];
        for words in told {
            assert!(words.contains("could not be loaded"), "{words}");
            assert!(words.contains(" can still be "), "{words}");
            assert!(words.contains("your centre can tell you"), "{words}");
            assert_eq!(words.matches('.').count(), 1, "{words}");
        }
    }

    #[test]
    fn the_centre_reads_which_file_it_is_and_what_came_of_it() {
        assert_eq!(
            centre_problems("own.json", Some(2)),
            "2 qualifications of the catalogue file own.json were left out."
        );
        assert_eq!(
            centre_unfetched("own.json", "the server answered 404"),
            "The catalogue file own.json could not be fetched: the server answered 404."
        );
    }
}
