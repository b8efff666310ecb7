use super::{Pick, Plan, Progress};
use crate::qualification::{Date, DayOrMonth, Earned, GroupId, RuleId, UnitCode, VariantId};

/// One change of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Put a unit into the plan.
    Pick(UnitCode),
    /// Take a unit out of it.
    Remove(UnitCode),
    /// Say whether a unit has been achieved already. A unit that has been achieved is picked too.
    Achieve(UnitCode, bool),
    /// Say how far the learner has come with a picked unit.
    SetProgress(UnitCode, Progress),
    /// Say on which day or in which month a picked unit was achieved, or leave that open.
    AchieveOn(UnitCode, Option<DayOrMonth>),
    /// Say where a picked unit comes from.
    Evidence(UnitCode, String),
    /// Take some units out and put others in.
    Change {
        /// The units that go, where they are there.
        out: Vec<UnitCode>,
        /// The units that come.
        into: Vec<UnitCode>,
    },
    /// Several changes in one step.
    All(Vec<Self>),
    /// Say how the credit of a picked unit is earned.
    Earn(UnitCode, Earned),
    /// Say whether a picked unit brings no credit, where it is earned in a way in which that may be.
    WithoutCredit(UnitCode, bool),
    /// Say in which group a picked unit is to count, or leave that open.
    SetGroup(UnitCode, Option<GroupId>),
    /// Say on which day or in which month a picked unit is to be begun, or leave that open.
    Start(UnitCode, Option<DayOrMonth>),
    /// Say by which day or month a picked unit is to be done, or leave that open.
    Schedule(UnitCode, Option<DayOrMonth>),
    /// Replace the note of a picked unit.
    NoteOf(UnitCode, String),
    /// Choose a pathway, or leave it open.
    SetPathway(Option<VariantId>),
    /// Choose a nation, or leave it open.
    SetNation(Option<VariantId>),
    /// Tick a condition, by its rule, or take the tick away.
    Tick(RuleId, bool),
    /// Put several units into the plan.
    PickAll(Vec<UnitCode>),
    /// Take every unit out.
    Clear,
    /// Call the plan something.
    Rename(String),
    /// Replace the note of the plan.
    Note(String),
    /// Set or unset the day of registration.
    Register(Option<Date>),
    /// Set or unset the last day by which all is to be done.
    SetLastDay(Option<Date>),
}

impl Action {
    /// Ticks a unit, or takes the tick away.
    #[must_use]
    pub const fn tick(code: UnitCode, picked: bool) -> Self {
        if picked {
            Self::Pick(code)
        } else {
            Self::Remove(code)
        }
    }
}

/// Where an action types letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Typed {
    Name,
    Note,
    NoteOf(UnitCode),
    Evidence(UnitCode),
}

impl Typed {
    pub(super) fn by(action: &Action) -> Option<Self> {
        match action {
            Action::Rename(_) => Some(Self::Name),
            Action::Note(_) => Some(Self::Note),
            Action::NoteOf(code, _) => Some(Self::NoteOf(code.clone())),
            Action::Evidence(code, _) => Some(Self::Evidence(code.clone())),
            _ => None,
        }
    }
}

impl Plan {
    /// The plan after `action`.
    #[must_use]
    pub fn after(mut self, action: Action) -> Self {
        match action {
            Action::Pick(code) => self.put(code),
            Action::PickAll(codes) => codes.into_iter().for_each(|code| self.put(code)),
            Action::Remove(code) => self.picks.retain(|pick| pick.code != code),
            Action::Achieve(code, achieved) => {
                if achieved {
                    self.put(code.clone());
                }
                let progress = if achieved {
                    Progress::Achieved
                } else {
                    Progress::NotStarted
                };
                self.change(&code, |pick| pick.progress = progress);
            }
            Action::SetProgress(code, progress) => {
                self.change(&code, |pick| pick.progress = progress);
            }
            Action::AchieveOn(code, day) => self.change(&code, |pick| pick.achieved_on = day),
            Action::Evidence(code, text) => {
                self.change(&code, |pick| pick.evidence = tidy_evidence(&text));
            }
            Action::Change { out, into } => {
                self.picks.retain(|pick| !out.contains(&pick.code));
                for code in into {
                    self.put(code);
                }
            }
            Action::All(all) => return all.into_iter().fold(self, Self::after),
            Action::Earn(code, earned) => self.change(&code, |pick| pick.earned = earned),
            Action::WithoutCredit(code, is_without) => {
                self.change(&code, |pick| pick.without_credit = is_without);
            }
            Action::SetGroup(code, group) => self.change(&code, |pick| pick.group = group),
            Action::Start(code, day) => self.change(&code, |pick| pick.start = day),
            Action::Schedule(code, day) => self.change(&code, |pick| pick.planned = day),
            Action::NoteOf(code, note) => {
                self.change(&code, |pick| pick.note = tidy_note(&note));
            }
            Action::SetPathway(pathway) => self.pathway = pathway,
            Action::SetNation(nation) => self.nation = nation,
            Action::Tick(rule, ticked) => {
                self.conditions.retain(|known| *known != rule);
                if ticked && self.conditions.len() < Self::MOST_PICKS {
                    self.conditions.push(rule);
                    self.conditions.sort_unstable();
                }
            }
            Action::Clear => self.picks.clear(),
            Action::Rename(name) => self.name = tidy_name(&name),
            Action::Note(note) => self.note = tidy_note(&note),
            Action::Register(day) => self.registered = day,
            Action::SetLastDay(day) => self.last_day = day,
        }
        self
    }

    fn change(&mut self, code: &UnitCode, change: impl FnOnce(&mut Pick)) {
        if let Ok(index) = self.place(code)
            && let Some(pick) = self.picks.get_mut(index)
        {
            change(pick);
        }
    }

    fn put(&mut self, code: UnitCode) {
        if let Err(index) = self.place(&code)
            && self.picks.len() < Self::MOST_PICKS
        {
            self.picks.insert(index, Pick::new(code));
        }
    }
}

/// A name on one line, no longer than a plan takes. Marks that turn the direction of what follows are
/// left out: they would turn the sentences round that the name stands in.
pub(crate) fn tidy_name(name: &str) -> String {
    let line = one_line(name);
    line.chars().take(Plan::LONGEST_NAME).collect()
}

/// Where a unit comes from, on one line, no longer than that may be.
pub(crate) fn tidy_evidence(text: &str) -> String {
    let line = one_line(text);
    line.chars().take(Plan::LONGEST_EVIDENCE).collect()
}

/// A note of several lines, no longer than one may be, without marks that turn the direction of what
/// follows.
pub(crate) fn tidy_note(note: &str) -> String {
    let letters = note
        .chars()
        .map(|letter| if letter == '\t' { ' ' } else { letter });
    letters
        .filter(|letter| *letter == '\n' || !letter.is_control() && !turns_direction(*letter))
        .take(Plan::LONGEST_NOTE)
        .collect()
}

/// A text from outside as it can stand in a sentence: without control characters and without marks that
/// turn the direction of what follows.
#[must_use]
pub fn one_line(text: &str) -> String {
    text.chars()
        .filter(|character| !character.is_control() && !turns_direction(*character))
        .collect()
}

/// True for the marks of Unicode that override or embed a direction of writing.
const fn turns_direction(character: char) -> bool {
    matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::History;
    use crate::qualification::QualificationId;

    fn code(text: &str) -> UnitCode {
        UnitCode::new(text).unwrap()
    }

    fn plan(actions: impl IntoIterator<Item = Action>) -> Plan {
        let empty = Plan::new(QualificationId::new("q").unwrap());
        actions.into_iter().fold(empty, Plan::after)
    }

    fn codes(plan: &Plan) -> Vec<&str> {
        plan.picks().iter().map(|pick| pick.code.as_str()).collect()
    }

    #[test]
    fn picks_stand_in_the_order_of_their_codes_and_each_once() {
        let plan = plan(["b", "a", "c", "a"].map(|text| Action::Pick(code(text))));
        assert_eq!(codes(&plan), ["a", "b", "c"]);
    }

    #[test]
    fn a_dropped_unit_forgets_that_it_was_achieved() {
        let plan = plan([
            Action::Pick(code("a")),
            Action::Achieve(code("a"), true),
            Action::Remove(code("a")),
            Action::Pick(code("a")),
        ]);
        assert!(!plan.pick(&code("a")).unwrap().is_achieved());
    }

    #[test]
    fn a_unit_that_was_achieved_is_picked_with_that() {
        let achieved = plan([Action::Achieve(code("a"), true)]);
        assert!(achieved.pick(&code("a")).unwrap().is_achieved());
        let not = achieved.after(Action::Achieve(code("a"), false));
        assert!(!not.pick(&code("a")).unwrap().is_achieved());
        assert_eq!(plan([Action::Achieve(code("a"), false)]).picks(), []);
    }

    #[test]
    fn what_is_said_of_an_achieved_unit_is_there_again_once_it_is_achieved_again() {
        let month = DayOrMonth::month(2026, 10);
        let all = [
            Action::Achieve(code("a"), true),
            Action::AchieveOn(code("a"), month),
            Action::Evidence(code("a"), "Northfield College,\n12/345".to_owned()),
            Action::SetProgress(code("a"), Progress::Working),
        ];
        let working = plan(all);
        assert!(!working.picks()[0].is_achieved());
        let again = working.after(Action::SetProgress(code("a"), Progress::Achieved));
        let pick = &again.picks()[0];
        assert_eq!((pick.is_achieved(), pick.achieved_on), (true, month));
        assert_eq!(pick.evidence, "Northfield College,12/345");
        let none = plan([Action::SetProgress(code("a"), Progress::Achieved)]);
        assert_eq!(none.picks(), []);
    }

    #[test]
    fn a_unit_brings_no_credit_only_where_it_is_not_studied_and_not_transferred() {
        let said = plan([
            Action::Pick(code("a")),
            Action::WithoutCredit(code("a"), true),
        ]);
        let is_without = Earned::ALL.map(|way| {
            let plan = said.clone().after(Action::Earn(code("a"), way));
            plan.picks()[0].is_without_credit()
        });
        assert_eq!(is_without, [false, true, false, true]);
    }

    #[test]
    fn a_change_takes_some_out_and_puts_others_in() {
        let (out, into) = (vec![code("a")], vec![code("b")]);
        let swap = Action::Change { out, into };
        let both = plan([
            Action::Pick(code("a")),
            Action::Pick(code("b")),
            swap.clone(),
        ]);
        assert_eq!(codes(&both), ["b"]);
        assert_eq!(codes(&plan([swap])), ["b"]);
    }

    #[test]
    fn a_note_of_a_unit_goes_with_it_and_is_typed_for_each_in_a_step() {
        let mut history = History::new(plan([Action::PickAll(vec![code("a"), code("b")])]));
        for (unit, note) in [("a", "A"), ("a", "As"), ("b", "N"), ("gone", "x")] {
            history.act(Action::NoteOf(code(unit), note.to_owned()));
        }
        let notes = |plan: &Plan| -> Vec<String> {
            plan.picks().iter().map(|pick| pick.note.clone()).collect()
        };
        assert_eq!(notes(history.now()), ["As", "N"]);
        history.undo();
        assert_eq!(notes(history.now()), ["As", ""]);
        history.act(Action::Remove(code("a")));
        history.undo();
        assert_eq!(notes(history.now()), ["As", ""]);
        history.undo();
        assert_eq!(notes(history.now()), ["", ""]);
    }

    #[test]
    fn a_name_stays_on_one_line_and_within_its_length() {
        let plan = plan([Action::Rename(format!("Siân\n{}", "x".repeat(200)))]);
        assert!(plan.name.starts_with("Siânx"));
        assert_eq!(plan.name.chars().count(), Plan::LONGEST_NAME);
    }

    #[test]
    fn a_note_has_lines_and_stays_within_its_length() {
        let noted = plan([Action::Note("Ask\u{202e}\r\n\tSiân\u{7}".to_owned())]);
        assert_eq!(noted.note, "Ask\n Siân");
        let long = plan([Action::Note("é".repeat(2_000))]);
        assert_eq!(long.note.chars().count(), Plan::LONGEST_NOTE);
    }

    #[test]
    fn a_note_typed_letter_by_letter_is_a_step_of_its_own_behind_the_name() {
        let mut history = History::new(plan([]));
        for name in ["S", "Si"] {
            history.act(Action::Rename(name.to_owned()));
        }
        for note in ["a", "as", "ask"] {
            history.act(Action::Note(note.to_owned()));
        }
        history.undo();
        assert_eq!((&*history.now().name, &*history.now().note), ("Si", ""));
        history.redo();
        assert_eq!(history.now().note, "ask");
        history.undo();
        history.undo();
        assert_eq!(history.now().name, "");
    }

    #[test]
    fn clearing_takes_the_units_and_leaves_name_and_day() {
        let day = Date::parse("2020-06-30");
        let plan = plan([
            Action::Rename("Siân".to_owned()),
            Action::Register(day),
            Action::PickAll(vec![code("a"), code("b")]),
            Action::Clear,
        ]);
        assert_eq!(
            (plan.name.as_str(), plan.registered, plan.picks().len()),
            ("Siân", day, 0)
        );
    }
}
