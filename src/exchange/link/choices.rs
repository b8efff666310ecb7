//! What a learner says of a unit beside picking it, as it stands in a link.

use super::bits::{DecodeError, Read};
use super::spelling::{Before, Decoder, Encoder};
use crate::plan::{Action, Pick, Plan, Progress};
use crate::qualification::{Earned, GroupId};

/// What a learner said of a unit beside picking it.
pub(super) fn write(encoder: &mut Encoder, words: &mut Before, pick: &Pick, before: Option<&Pick>) {
    let as_before = is_alike(pick, before);
    encoder.bits.flag(as_before);
    if as_before {
        return;
    }
    encoder.bits.flag(pick.is_achieved());
    let way = Earned::ALL.iter().position(|way| *way == pick.earned);
    encoder
        .bits
        .bits(u64::try_from(way.unwrap_or(0)).unwrap_or(0), 2);
    encoder.optional(pick.group.as_ref(), |encoder, id| {
        encoder.name(words, id.as_str());
    });
    encoder.optional(pick.planned, Encoder::day_or_month);
}

/// True where two units differ in nothing but the code. The first is compared with a unit that is
/// studied and of which nothing else is said.
fn is_alike(pick: &Pick, before: Option<&Pick>) -> bool {
    let plain = Pick::new(pick.code.clone());
    let choices = |pick: &Pick| (pick.is_achieved(), pick.earned, pick.planned);
    let before = before.unwrap_or(&plain);
    choices(pick) == choices(before) && pick.group == before.group
}

pub(super) fn read(
    decoder: &mut Decoder,
    words: &mut Before,
    mut pick: Pick,
    before: Option<&Pick>,
) -> Read<Pick> {
    if decoder.bits.flag()? {
        if let Some(before) = before {
            let code = pick.code;
            pick = before.clone();
            pick.code = code;
        }
        return Ok(pick);
    }
    if decoder.bits.flag()? {
        pick.progress = Progress::Achieved;
    }
    let way = usize::try_from(decoder.bits.bits(2)?).map_err(|_| DecodeError)?;
    pick.earned = *Earned::ALL.get(way).ok_or(DecodeError)?;
    pick.group = decoder.optional(|decoder| decoder.name(words, GroupId::new))?;
    pick.planned = decoder.optional(Decoder::day_or_month)?;
    if is_alike(&pick, before) {
        return Err(DecodeError);
    }
    Ok(pick)
}

/// The plan with a unit, and all that is said of it.
pub(super) fn with(plan: Plan, pick: &Pick) -> Plan {
    let code = || pick.code.clone();
    plan.after(Action::Pick(code()))
        .after(Action::SetProgress(code(), pick.progress))
        .after(Action::AchieveOn(code(), pick.achieved_on))
        .after(Action::Earn(code(), pick.earned))
        .after(Action::WithoutCredit(code(), pick.without_credit))
        .after(Action::SetGroup(code(), pick.group.clone()))
        .after(Action::Schedule(code(), pick.planned))
        .after(Action::Start(code(), pick.start))
}
