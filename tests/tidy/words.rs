//! Words that may not be used at all, or only in one place.

use crate::hold;
use crate::source::{self, Source, rust, words};

/// Every place where one of `words` stands in the code of a file that `inside` names.
fn places(inside: impl Fn(&Source) -> bool, forbidden: &[&str]) -> Vec<String> {
    let mut places = Vec::new();
    for file in rust().iter().filter(|file| inside(file)) {
        for (number, line) in file.lines() {
            for word in words(line).filter(|word| forbidden.contains(word)) {
                places.push(format!("{}:{number} {word}", file.path));
            }
        }
    }
    places
}

#[test]
fn only_app_and_embed_know_a_browser() {
    let browser = [
        "leptos",
        "web_sys",
        "js_sys",
        "wasm_bindgen",
        "wasm_bindgen_futures",
        "gloo_events",
        "gloo_storage",
    ];
    let core = |file: &Source| !["app", "embed", "main"].contains(&file.module.as_str());
    hold(
        "The core builds, tests and runs without a browser.",
        &places(core, &browser),
    );
}

#[test]
fn reading_and_the_core_know_serde_only_where_json_is_read() {
    let core = |file: &Source| {
        ["qualification", "plan", "assess", "wording"].contains(&file.module.as_str())
    };
    hold(
        "Saved forms are not domain types: serde stays with catalogue, draft and reading, so that \
         a domain type can change without breaking a file.",
        &places(core, &["serde", "serde_json", "Serialize", "Deserialize"]),
    );
}

#[test]
fn components_know_values_and_callbacks_only() {
    const ABOVE: [&str; 6] = [
        "stores",
        "tables",
        "arriving",
        "screens",
        "storage",
        "saved_plans",
    ];
    let mut breaches = Vec::new();
    let mut components = rust();
    components.retain(|file| file.path.starts_with("src/app/components/"));
    assert!(
        components.len() > 5,
        "the components stand in src/app/components"
    );
    for file in components {
        for (number, line) in file.lines() {
            // A value may well have such a name; a path through one of these may not be there.
            let path = |word: &&str| line.trim_start().starts_with("use ") || word.contains("::");
            for word in words(line).filter(path) {
                let mut pieces = word.split("::");
                if pieces.any(|piece| ABOVE.contains(&piece)) {
                    breaches.push(format!("{}:{number} {word}", file.path));
                }
            }
        }
    }
    hold(
        "app/components can be drawn by anybody: no store, no storage, no saved plans.",
        &breaches,
    );
}

#[test]
fn the_focus_moves_in_one_place_and_nothing_but_a_tick_waits_for_a_frame() {
    // What is worked out after a tick has been painted moves no focus.
    let after_paint = "src/app/browser.rs";
    let mut breaches = places(
        |file| ["app", "embed"].contains(&file.module.as_str()) && file.path != after_paint,
        &["request_animation_frame"],
    );
    for file in rust() {
        for (number, line) in file.lines() {
            let moves = [".focus()", ".scroll_into_view("];
            let moves = moves.iter().any(|call| line.contains(call));
            let moves = moves && file.path != "src/app/focus.rs";
            // The first lets go of a file that was offered; the others wait until the learner has
            // stopped for a moment, to search in their stead and to tell a screen reader once.
            let timed = [
                "src/app/browser.rs",
                "src/app/browser/pause.rs",
                "src/app/stores/editor/mod.rs",
            ];
            let waits = line.contains("set_timeout") && !timed.contains(&file.path.as_str());
            if moves || waits {
                breaches.push(format!("{}:{number} {}", file.path, line.trim()));
            }
        }
    }
    hold(
        "The focus moves in the task in which what it goes to comes: a frame or a timer later, a \
         key that was pressed in between goes astray.",
        &breaches,
    );
}

#[test]
fn one_file_touches_the_storage_of_the_browser() {
    let words = [
        "localStorage",
        "sessionStorage",
        "gloo_storage",
        "local_storage",
        "session_storage",
        "indexedDB",
    ];
    hold(
        "Storage can be blocked, full or taken away: one file knows how, src/app/storage.rs.",
        &places(|file| file.path != "src/app/storage.rs", &words),
    );
}

#[test]
fn what_the_element_says_stands_with_the_other_sentences() {
    let is_word = |text: &&str| text.starts_with(char::is_alphabetic);
    let is_sentence = |text: &&str| {
        let words: Vec<&str> = text.split(' ').collect();
        words.windows(2).any(|pair| pair.iter().all(is_word))
    };
    let mut breaches = Vec::new();
    for (path, text) in source::other("src", "js") {
        let code = source::without_comments(&text);
        for quote in ['"', '`'] {
            let quoted = code.split(quote).skip(1).step_by(2);
            breaches.extend(
                quoted
                    .filter(is_sentence)
                    .map(|text| format!("{path}: {text}")),
            );
        }
    }
    hold(
        "Another language is another src/wording: element.js has its sentences from \
         src/wording/element.json.",
        &breaches,
    );
}

#[test]
fn headings_are_of_the_level_that_the_page_names() {
    let is_written = |line: &str| (1..=6).any(|level| line.contains(&format!("<h{level}")));
    let mut places = Vec::new();
    for file in rust().iter().filter(|file| file.module == "app") {
        let lines = file.lines().filter(|(_, line)| is_written(line));
        places.extend(lines.map(|(number, line)| format!("{}:{number} {line}", file.path)));
    }
    hold(
        "A page of another's says at which level the planner's headings begin: heading_of in \
         src/app/components/heading.rs makes them.",
        &places,
    );
}

#[test]
fn one_file_knows_who_makes_codes() {
    hold(
        "Who makes QR codes can be changed in one place, src/exchange/qr.rs.",
        &places(|file| file.path != "src/exchange/qr.rs", &["qrcodegen"]),
    );
}

#[test]
fn nothing_panics_on_purpose() {
    let words = [
        "unwrap",
        "expect",
        "unwrap_throw",
        "expect_throw",
        "unwrap_err",
        "panic!",
        "todo!",
        "unimplemented!",
        "unreachable!",
        "assert!",
        "assert_eq!",
    ];
    hold(
        "A panic ends every planner on the page and cannot be caught there.",
        &places(|_| true, &words),
    );
}

#[test]
fn sums_are_whole_numbers() {
    // Reading refuses a number with a point, and the browser gives sizes and days as floats.
    let counts = |file: &Source| file.path != "src/reading/node.rs" && file.module != "app";
    hold(
        "Credits and hours are reckoned exactly: no floats.",
        &places(counts, &["f32", "f64"]),
    );
}

#[test]
fn only_the_screens_and_the_command_line_ask_what_day_it_is() {
    let clock = ["SystemTime", "Instant", "Date::now", "Date::new_0"];
    hold(
        "The caller says what day it is, so that any day can be tested.",
        &places(
            |file| file.module != "app" && file.path != "src/cli/inputs.rs",
            &clock,
        ),
    );
}

#[test]
fn nothing_is_unsafe_and_no_text_becomes_markup_or_program() {
    let words = [
        "unsafe",
        "inner_html",
        "set_inner_html",
        "outer_html",
        "set_outer_html",
        "insert_adjacent_html",
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "eval",
        "Function::new_no_args",
        "document.write",
    ];
    let mut breaches = places(|_| true, &words);
    for (path, text) in source::other("src", "js") {
        let code = source::without_comments(&text);
        breaches.extend(
            words[1..]
                .iter()
                .filter(|word| source::words(&code).any(|found| found == **word))
                .map(|word| format!("{path} {word}")),
        );
    }
    hold(
        "Titles, notes and drafts come from anybody: they are text, never markup.",
        &breaches,
    );
}

#[test]
fn names_that_were_given_up_stay_out() {
    let names = [
        "Parcel",
        "Edition",
        "UnitFacts",
        "Deed",
        "Turn",
        "Coming",
        "Draw",
        "Opening",
        "Shelf",
        "Listed",
        "Draft",
        "DraftId",
        "NewerDraft",
        "Pen",
        "Eye",
        "Damage",
        "Held",
        "Desk",
        "DeskData",
        "Ward",
        "Doctor",
        "Treatment",
        "Compilation",
        "Ranks",
        "Obstacle",
        "Standing",
        "put_by",
        "put_away",
        "mark_of",
        "rules_mark",
    ];
    hold(
        "One thing has one name, and the glossary of docs/architecture.md has it: the formats \
         say draft, and the code says plan.",
        &places(|_| true, &names),
    );
}
