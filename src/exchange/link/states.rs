//! How far the learner has come with units, and the last day of the plan: what version 5 of links adds behind the content of version 4.

use super::bits::{DecodeError, Read};
use super::spelling::{Decoder, Encoder};
use crate::plan::{Action, Pick, Plan, Progress};

/// True where anything is said that earlier versions do not know.
pub(super) fn is_any(plan: &Plan) -> bool {
    plan.picks().iter().any(is_said) || has_evidence(plan) || plan.last_day.is_some()
}

fn is_said(pick: &Pick) -> bool {
    is_working(pick) || pick.achieved_on.is_some() || pick.without_credit
}

fn is_working(pick: &Pick) -> bool {
    pick.progress == Progress::Working
}

fn has_evidence(plan: &Plan) -> bool {
    plan.picks().iter().any(|pick| !pick.evidence.is_empty())
}

/// The plan without what is said of where its units come from.
pub(super) fn without_evidence(mut plan: Plan) -> Plan {
    let traced = plan.picks().iter().filter(|pick| !pick.evidence.is_empty());
    let traced: Vec<_> = traced.map(|pick| pick.code.clone()).collect();
    for code in traced {
        plan = plan.after(Action::Evidence(code, String::new()));
    }
    plan
}

/// Writes the last day, how far the learner has come with each unit, and then where each comes from.
pub(super) fn write(encoder: &mut Encoder, plan: &Plan) {
    encoder.optional(plan.last_day, Encoder::day);
    for pick in plan.picks() {
        encoder.bits.flag(is_said(pick));
        if is_said(pick) {
            encoder.bits.flag(is_working(pick));
            encoder.optional(pick.achieved_on, Encoder::day_or_month);
            encoder.bits.flag(pick.without_credit);
        }
    }
    let has_evidence = has_evidence(plan);
    encoder.bits.flag(has_evidence);
    for pick in plan.picks().iter().filter(|_| has_evidence) {
        let evidence = Some(&pick.evidence).filter(|text| !text.is_empty());
        encoder.optional(evidence, |encoder, text| encoder.typed(text));
    }
}

/// Reads it into a plan.
pub(super) fn read(decoder: &mut Decoder<'_>, mut plan: Plan) -> Read<Plan> {
    plan.last_day = decoder.optional(Decoder::day)?;
    let codes: Vec<_> = plan.picks().iter().map(|pick| pick.code.clone()).collect();
    for code in &codes {
        if !decoder.bits.flag()? {
            continue;
        }
        let is_working = decoder.bits.flag()?;
        let day = decoder.optional(Decoder::day_or_month)?;
        let without_credit = decoder.bits.flag()?;
        let is_achieved = plan.pick(code).is_some_and(Pick::is_achieved);
        if is_working && is_achieved || !is_working && day.is_none() && !without_credit {
            return Err(DecodeError);
        }
        if is_working {
            plan = plan.after(Action::SetProgress(code.clone(), Progress::Working));
        }
        plan = plan
            .after(Action::AchieveOn(code.clone(), day))
            .after(Action::WithoutCredit(code.clone(), without_credit));
    }
    if decoder.bits.flag()? {
        for code in codes {
            if let Some(text) = decoder.optional(|decoder| decoder.typed(Plan::LONGEST_EVIDENCE))? {
                plan = plan.after(Action::Evidence(code.clone(), text.clone()));
                let kept = plan.pick(&code).map_or("", |pick| &pick.evidence);
                if kept != text || text.is_empty() {
                    return Err(DecodeError);
                }
            }
        }
        if !has_evidence(&plan) {
            return Err(DecodeError);
        }
    }
    Ok(plan)
}

#[cfg(test)]
mod tests {
    use crate::exchange::link::{decode, encode, encode_with_notes};
    use crate::plan::{Action, Plan, Progress};
    use crate::qualification::{Date, DayOrMonth, Earned, QualificationId, UnitCode};
    use crate::saved_plans::{CatalogueVersion, PlanSnapshot};

    fn snapshot(actions: impl IntoIterator<Item = Action>) -> PlanSnapshot {
        let plan = Plan::new(QualificationId::new("pottery").unwrap());
        let codes = ["P1", "P2", "P3"].map(code);
        let plan = plan.after(Action::PickAll(codes.into()));
        PlanSnapshot {
            plan: actions.into_iter().fold(plan, Plan::after),
            catalogue_version: CatalogueVersion::default(),
            facts: Vec::new(),
        }
    }

    fn code(text: &str) -> UnitCode {
        UnitCode::new(text).unwrap()
    }

    fn states() -> Vec<Action> {
        vec![
            Action::SetLastDay(Date::new(2028, 6, 30)),
            Action::SetProgress(code("P1"), Progress::Working),
            Action::Achieve(code("P2"), true),
            Action::AchieveOn(code("P2"), DayOrMonth::month(2026, 10)),
            Action::Earn(code("P3"), Earned::Exemption),
            Action::WithoutCredit(code("P3"), true),
        ]
    }

    #[test]
    fn states_travel_in_a_link_of_the_fifth_version() {
        let said = snapshot(states());
        let link = encode(&said, true);
        assert!(link.starts_with('5'), "{link}");
        assert_eq!(decode(&link), Ok(said));
    }

    #[test]
    fn what_was_achieved_already_in_earlier_versions_is_written_as_it_was() {
        let said = snapshot([
            Action::Achieve(code("P2"), true),
            Action::Earn(code("P3"), Earned::Transfer),
        ]);
        let link = encode(&said, true);
        assert!(link.starts_with('1'), "{link}");
        assert_eq!(decode(&link), Ok(said));
    }

    #[test]
    fn where_a_unit_comes_from_travels_only_where_that_is_asked_for() {
        let from = Action::Evidence(code("P2"), "Northfield, certificate 12/345".to_owned());
        let mut all = states();
        all.push(from);
        let (said, without) = (snapshot(all), snapshot(states()));
        assert_eq!(encode(&said, true), encode(&without, true));
        let link = encode_with_notes(&said, true);
        assert_eq!(decode(&link), Ok(said));
        // Asked for where there is nothing, it changes nothing.
        assert_eq!(encode_with_notes(&without, true), encode(&without, true));
    }
}
