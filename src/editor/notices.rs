use crate::saved_plans::{Difference, Failure, Saving, Unreadable};
use crate::wording::{self, act, heading};

/// So many differences are listed.
const MOST_DIFFERENCES: usize = 12;

/// With so many units a plan is worth a copy.
const WORTH_A_COPY: usize = 3;

/// What is to be said of a plan’s keeping, above the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Its last change could not be saved.
    NotSaved(Failure),
    /// Something that was done with whole saved plans failed.
    NotDone(Failure),
    /// A file of all saved plans lacks some, and why.
    NotAllInFile(&'static str),
    /// A saved plan was asked for that is not here: this one is new.
    NotHere,
    /// Two tabs changed the saved plan at once.
    Conflict,
    /// The catalogue is not as it was when the plan was made.
    Changed(Vec<Difference>),
    /// The same, to a learner who has read how.
    ChangedAndSeen,
    /// Something that is kept cannot be read.
    Unreadable(Unreadable),
}

/// What can be done about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeAction {
    /// Offers the plan as a file.
    DownloadCopy,
    /// Offers every saved plan as a file.
    DownloadEveryPlan,
    /// Saves once more.
    TryAgain,
    /// Leads to the list of saved plans.
    SeeAllPlans,
    /// Closes what is said.
    Close,
    /// The learner has read what is different.
    Seen,
    /// The learner wants to read it again.
    ShowAgain,
    /// Offers what cannot be read as a file.
    DownloadIt,
    /// Removes what cannot be read.
    RemoveIt,
}

/// What came of something that was done with whole saved plans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notification {
    /// It was done: a sentence that says so.
    Done(String),
    /// It failed, after so many saved plans were added.
    Failed(Failure, usize),
    /// Saved plans were offered as a file, and why not all are in it.
    Partly(&'static str),
}

/// A plan’s keeping, as far as something is to be said of it.
#[derive(Clone, Copy, Debug)]
pub struct KeptPlan<'a> {
    /// Whether it is saved.
    pub saving: Saving,
    /// True where a saved plan was asked for that is not here.
    pub is_missing: bool,
    /// True where another saved plan was made of what another tab saved at the same time.
    pub is_forked: bool,
    /// What is not as it was when the plan was made.
    pub differences: &'a [Difference],
    /// True where the learner has read just that.
    pub has_seen: bool,
    /// What of the saved plan cannot be read.
    pub unreadable: &'a [Unreadable],
}

/// When a copy of a plan was last taken out of the browser, and when it was last changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastCopy {
    /// In seconds since 1970; `None` where none was taken.
    pub taken: Option<u32>,
    /// In the same.
    pub changed: u32,
}

impl KeptPlan<'_> {
    /// What is to be said of it, the most urgent first. `came` is what just came of something that was done with
    /// whole saved plans.
    #[must_use]
    pub fn notices(&self, came: Option<&Notification>) -> Vec<Notice> {
        let mut notices = Vec::new();
        if let Saving::Failed(failure) = self.saving {
            notices.push(Notice::NotSaved(failure));
        }
        notices.extend(came.and_then(Notification::in_plan));
        // Once something is saved the address names a saved plan that is here.
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
    /// What is to be said of it above a plan. What was done is said in the list of saved plans alone.
    #[must_use]
    pub const fn in_plan(&self) -> Option<Notice> {
        match self {
            Self::Done(_) => None,
            Self::Failed(failure, _) => Some(Notice::NotDone(*failure)),
            Self::Partly(why) => Some(Notice::NotAllInFile(why)),
        }
    }

    /// The lines of what is said in the list of saved plans where it failed, after so many saved plans were added.
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

    /// True for what is nothing to say on another screen.
    #[must_use]
    pub const fn is_of_one_screen(&self) -> bool {
        matches!(self, Self::Failed(..) | Self::Partly(_))
    }
}

impl Notice {
    /// Its heading; `None` for one that is a line by itself.
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
            Self::ChangedAndSeen => return None,
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
        }
    }

    /// What can be done about it, in the order of the buttons.
    #[must_use]
    pub const fn actions(&self) -> &'static [NoticeAction] {
        use NoticeAction::{
            Close, DownloadCopy, DownloadEveryPlan, DownloadIt, RemoveIt, SeeAllPlans, Seen,
            ShowAgain, TryAgain,
        };
        match self {
            Self::NotSaved(_) => &[DownloadCopy, DownloadEveryPlan, TryAgain],
            Self::Conflict => &[SeeAllPlans, Close],
            Self::Changed(_) => &[Seen],
            Self::ChangedAndSeen => &[ShowAgain],
            Self::Unreadable(_) => &[DownloadIt, RemoveIt],
            Self::NotDone(_) | Self::NotAllInFile(_) | Self::NotHere => &[],
        }
    }
}

impl NoticeAction {
    /// The label of its button.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::DownloadCopy => act::DOWNLOAD_COPY,
            Self::DownloadEveryPlan => act::DOWNLOAD_EVERY_PLAN,
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
    /// True where the plan is another since.
    #[must_use]
    pub fn is_old(self) -> bool {
        self.taken < Some(self.changed)
    }

    /// The line that says when it was taken: `when` in words.
    #[must_use]
    pub fn line(self, when: Option<&str>) -> String {
        wording::last_copy(when, self.is_old())
    }

    /// True where a copy should be taken: the browser does not promise to keep the plan, and there is something in
    /// it to lose. `is_promised` is unknown until the browser has answered.
    #[must_use]
    pub fn is_due(self, saving: Saving, units: usize, is_promised: Option<bool>) -> bool {
        let is_saved = saving == Saving::Saved;
        is_saved && units >= WORTH_A_COPY && is_promised == Some(false) && self.is_old()
    }
}

/// What is not as it was when a plan was made, and what holds all the same.
#[must_use]
pub fn changed_lines(differences: &[Difference]) -> Vec<String> {
    let mut lines = wording::at_most(differences, MOST_DIFFERENCES, wording::difference);
    lines.push(wording::JUDGED_AS_IT_IS.to_owned());
    lines
}
