use crate::saved_plans::{CatalogueDifference, Failure, Saving, Unreadable};
use crate::wording::{self, act, heading};

/// The most differences that are listed.
const MOST_DIFFERENCES: usize = 12;

/// A notice about the saving of a plan, shown above the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The last change could not be saved.
    NotSaved(Failure),
    /// An operation with whole plans failed.
    NotDone(Failure),
    /// A file of all plans lacks some; the reason.
    NotAllInFile(&'static str),
    /// The plan that was asked for is not here, so a new one is shown.
    NotHere,
    /// Two tabs changed the plan at the same time.
    Conflict,
    /// The catalogue has changed since the plan was made.
    Changed(Vec<CatalogueDifference>),
    /// The same, once the learner has acknowledged the differences.
    ChangedAndSeen,
    /// A save cannot be read.
    Unreadable(Unreadable),
    /// The plan has the units of another.
    Carried(String),
}

/// What a learner can do about a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeAction {
    /// Offers the plan as a file.
    DownloadCopy,
    /// Opens the plan as a link.
    Share,
    /// Saves once more.
    TryAgain,
    /// Leads to the list of plans.
    SeeAllPlans,
    /// Closes the notice.
    Close,
    /// Acknowledges the differences.
    Seen,
    /// Shows the differences again.
    ShowAgain,
    /// Offers what cannot be read as a file.
    DownloadIt,
    /// Removes what cannot be read.
    RemoveIt,
}

/// The result of an operation with whole plans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notification {
    /// It was done; the sentence that says so.
    Done(String),
    /// It failed, after this number of plans was added.
    Failed(Failure, usize),
    /// Plans were offered as a file that lacks some; the reason.
    Partly(&'static str),
    /// The units of another plan are in this one; the sentence that says so.
    Carried(String),
}

/// What the notices about the saving of a plan depend on.
#[derive(Clone, Copy, Debug)]
pub struct KeptPlan<'a> {
    /// Whether the plan is saved.
    pub saving: Saving,
    /// True where the plan that was asked for is not here.
    pub is_missing: bool,
    /// True where a conflicting copy was made, because another tab changed the plan at the same time.
    pub is_forked: bool,
    /// How the catalogue has changed since the plan was made.
    pub differences: &'a [CatalogueDifference],
    /// True where the learner has acknowledged exactly these differences.
    pub has_seen: bool,
    /// The saves that cannot be read.
    pub unreadable: &'a [Unreadable],
}

/// When a copy of a plan was last taken out of the browser, and when it was last changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastCopy {
    /// When the copy was taken, in seconds since 1970; `None` where none was.
    pub taken: Option<u32>,
    /// When the plan was changed, in the same unit.
    pub changed: u32,
}

impl KeptPlan<'_> {
    /// The notices above the units, the most urgent first. `came` is the result of the last operation with whole plans.
    #[must_use]
    pub fn notices(&self, came: Option<&Notification>) -> Vec<Notice> {
        let mut notices = Vec::new();
        notices.extend(came.and_then(Notification::in_plan));
        // Once the new plan is saved, the address names a plan that is here.
        if self.is_missing && self.saving == Saving::Nothing {
            notices.push(Notice::NotHere);
        }
        if self.is_forked {
            notices.push(Notice::Conflict);
        }
        if !self.differences.is_empty() {
            notices.push(if self.has_seen {
                Notice::ChangedAndSeen
            } else {
                Notice::Changed(self.differences.to_vec())
            });
        }
        notices.extend(self.unreadable.iter().cloned().map(Notice::Unreadable));
        notices
    }
}

impl Notification {
    /// The notice above a plan. Success is only reported in the list of plans.
    #[must_use]
    pub fn in_plan(&self) -> Option<Notice> {
        match self {
            Self::Done(_) => None,
            Self::Failed(failure, _) => Some(Notice::NotDone(*failure)),
            Self::Partly(why) => Some(Notice::NotAllInFile(why)),
            Self::Carried(said) => Some(Notice::Carried(said.clone())),
        }
    }

    /// The lines in the list of plans where an operation failed after this number of plans was added.
    #[must_use]
    pub fn failed_lines(failure: Failure, added: usize) -> Vec<String> {
        let mut lines = vec![
            wording::failure(failure).to_owned(),
            wording::NOTHING_LOST.to_owned(),
        ];
        if added > 0 {
            lines.push(wording::before_that(added));
        }
        lines
    }

    /// True for a notification that belongs to the screen on which it came up.
    #[must_use]
    pub const fn is_of_one_screen(&self) -> bool {
        matches!(self, Self::Failed(..) | Self::Partly(_) | Self::Carried(_))
    }
}

impl Notice {
    /// The notice beside the plan where it is not saved. Before anything was done in it (`is_begun`) nothing can be lost,
    /// and nothing is said.
    #[must_use]
    pub const fn not_saved(saving: Saving, is_begun: bool) -> Option<Self> {
        match saving {
            Saving::Failed(failure) if is_begun => Some(Self::NotSaved(failure)),
            _ => None,
        }
    }

    /// True where the reader may do without it: what is blocked stays so, and every change would say it again.
    #[must_use]
    pub const fn may_be_closed(&self) -> bool {
        matches!(self, Self::NotSaved(Failure::Blocked))
    }

    /// Its heading; `None` for a notice of a single line.
    #[must_use]
    pub const fn heading(&self) -> Option<&'static str> {
        Some(match self {
            Self::NotSaved(_) => heading::NOT_SAVED,
            Self::NotDone(_) => heading::NOT_DONE,
            Self::NotAllInFile(_) => heading::NOT_ALL_IN_FILE,
            Self::NotHere => heading::NOT_HERE,
            Self::Conflict => heading::CONFLICT,
            Self::Changed(_) => heading::CHANGED,
            Self::Unreadable(_) => heading::UNREADABLE,
            Self::ChangedAndSeen | Self::Carried(_) => return None,
        })
    }

    /// What happened, what is kept, what to do.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let one = |line: &str| vec![line.to_owned()];
        match self {
            Self::NotSaved(failure) => vec![
                wording::failure(*failure).to_owned(),
                wording::STAYS_ON_PAGE.to_owned(),
            ],
            Self::NotDone(failure) => one(wording::failure(*failure)),
            Self::NotAllInFile(why) => one(why),
            Self::NotHere => one(wording::no_such_plan()),
            Self::Conflict => one(wording::forked()),
            Self::Changed(differences) => changed_lines(differences),
            Self::ChangedAndSeen => one(wording::CHANGED_AND_SEEN),
            Self::Unreadable(found) => one(wording::unreadable(found)),
            Self::Carried(said) => one(said),
        }
    }

    /// What can be done about it, in the order of the buttons.
    #[must_use]
    pub const fn actions(&self) -> &'static [NoticeAction] {
        use NoticeAction::{
            Close, DownloadCopy, DownloadIt, RemoveIt, SeeAllPlans, Seen, Share, ShowAgain,
            TryAgain,
        };
        match self {
            // The link has all of the plan, and what is blocked stays so.
            Self::NotSaved(Failure::Blocked) => &[Share, DownloadCopy, TryAgain],
            Self::NotSaved(_) => &[DownloadCopy, TryAgain],
            Self::Conflict => &[SeeAllPlans, Close],
            Self::Changed(_) => &[Seen],
            Self::ChangedAndSeen => &[ShowAgain],
            Self::Unreadable(_) => &[DownloadIt, RemoveIt],
            Self::NotDone(_) | Self::NotAllInFile(_) | Self::NotHere | Self::Carried(_) => &[],
        }
    }
}

impl NoticeAction {
    /// The label of the button.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::DownloadCopy => act::DOWNLOAD_COPY,
            Self::Share => act::SHARE,
            Self::TryAgain => act::TRY_AGAIN,
            Self::SeeAllPlans => act::SEE_ALL_PLANS,
            Self::Close => act::CLOSE,
            Self::Seen => act::SEEN,
            Self::ShowAgain => act::SHOW_AGAIN,
            Self::DownloadIt => act::DOWNLOAD_IT,
            Self::RemoveIt => act::REMOVE_IT,
        }
    }
}

impl LastCopy {
    /// True where the plan was changed since.
    #[must_use]
    pub fn is_old(self) -> bool {
        self.taken < Some(self.changed)
    }

    /// The line that says when the copy was taken; `when` is the moment in words.
    #[must_use]
    pub fn line(self, when: Option<&str>) -> String {
        wording::last_copy(when, self.is_old())
    }

    /// True where a copy should be taken: the browser does not promise to keep the plan, and the
    /// plan is met. `is_promised` is unknown until the browser has answered.
    #[must_use]
    pub fn is_due(self, saving: Saving, is_met: bool, is_promised: Option<bool>) -> bool {
        let is_saved = saving == Saving::Saved;
        is_saved && is_met && is_promised == Some(false) && self.is_old()
    }
}

/// How the catalogue has changed since a plan was made, and what stays the same.
#[must_use]
pub fn changed_lines(differences: &[CatalogueDifference]) -> Vec<String> {
    let mut lines = wording::at_most(differences, MOST_DIFFERENCES, wording::difference);
    lines.push(wording::JUDGED_AS_IT_IS.to_owned());
    lines
}
