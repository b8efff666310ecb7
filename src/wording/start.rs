//! What is said on the first screen.

/// What the planner is for.
pub const LEAD: &str = "Choose a qualification, tick the units you want, and see at once whether they \
                        meet its rules of combination. Your plan stays in this browser.";

/// In the page without the program, where that cannot run.
pub const NEEDS_PROGRAM: &str = "Planning needs JavaScript and WebAssembly, which are off in this browser. The qualifications and \
     their rules are below.";

/// What becomes of a file that is opened; where learners may open catalogue files too, what these are.
#[must_use]
pub const fn about_files(catalogues_too: bool) -> &'static str {
    if catalogues_too {
        "You are shown what plans are in a file before any is added. A catalogue file describes \
         qualifications, their units and rules. The file is read here and goes nowhere else."
    } else {
        "You are shown what plans are in a file before any is added. The file is read here and goes \
         nowhere else."
    }
}
