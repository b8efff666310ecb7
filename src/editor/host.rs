use super::Current;
use crate::assess::State;
use crate::qualification::VariantId;
use crate::reading::Node;

/// An event for the host page after a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HostEvent {
    /// The learner changed the plan.
    PlanChange,
    /// A change made the plan meet all its rules.
    PlanComplete,
}

impl HostEvent {
    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::PlanChange => "plan-change",
            Self::PlanComplete => "plan-complete",
        }
    }

    /// The events for a change from one state to another, in their order.
    #[must_use]
    pub fn of_change(was: State, is: State) -> &'static [Self] {
        if is == State::Met && was != State::Met {
            &[Self::PlanChange, Self::PlanComplete]
        } else {
            &[Self::PlanChange]
        }
    }
}

impl Current<'_> {
    /// The detail of the event, as JSON.
    #[must_use]
    pub fn detail(&self) -> String {
        let (of, found) = (self.qualification, self.assessment);
        let measure = of.measure();
        let state = match found.state {
            State::Met => "met",
            State::Open => "open",
            State::NotKnown => "not-known",
            State::Broken => "broken",
        };
        let units = found.units.iter();
        let units = units.map(|unit| Node::text(unit.code.as_str()));
        Node::object([
            ("qualification", Node::text(of.id.as_str())),
            ("state", Node::text(state)),
            (
                "credits",
                Node::Integer(found.counted.credits.number().into()),
            ),
            ("measure", Node::text(measure.word())),
            ("amount", Node::Integer(found.counted.of(measure).into())),
            ("units", Node::List(units.collect())),
            // The pathway and nation by which the plan is judged: the learner's, or those that fit
            // best.
            ("pathway", variant(found.pathway.as_ref())),
            ("nation", variant(found.nation.as_ref())),
        ])
        .to_json()
    }
}

fn variant(id: Option<&VariantId>) -> Node {
    id.map_or(Node::Null, |id| Node::text(id.as_str()))
}
