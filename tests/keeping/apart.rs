//! Tabs whose writes reach the others late, as they do where each tab is a process of its own.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use super::{ROOM, fresh, id, pick, qualification, writer};
use proptest::prelude::*;
use qualification_planner::plan::{Action, History, Plan};
use qualification_planner::saved_plans::{
    Failure, Memory, Opened, SavedPlans, Saving, Session, Store,
};

const TABS: usize = 3;

/// A key, and what stands there now.
type Change = (String, Option<String>);

/// What one tab sees, and what is on its way to the others.
struct View {
    seen: Memory,
    out: Rc<RefCell<Vec<VecDeque<Change>>>>,
    me: usize,
}

impl View {
    fn send(&self, key: &str, text: Option<&str>) {
        for (tab, queue) in self.out.borrow_mut().iter_mut().enumerate() {
            if tab != self.me {
                queue.push_back((key.to_owned(), text.map(str::to_owned)));
            }
        }
    }
}

impl Store for View {
    fn read(&self, key: &str) -> Result<Option<String>, Failure> {
        self.seen.read(key)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), Failure> {
        self.seen.write(key, text)?;
        self.send(key, Some(text));
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Failure> {
        self.seen.remove(key)?;
        self.send(key, None);
        Ok(())
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, Failure> {
        self.seen.keys(prefix)
    }
}

struct World {
    views: Vec<View>,
    queues: Rc<RefCell<Vec<VecDeque<Change>>>>,
    tabs: Vec<Session>,
}

impl World {
    /// Tabs that all show one saved plan.
    fn new() -> Self {
        let queues = Rc::new(RefCell::new(vec![VecDeque::new(); TABS]));
        let views: Vec<View> = (0..TABS)
            .map(|me| View {
                seen: Memory::with_room(ROOM),
                out: Rc::clone(&queues),
                me,
            })
            .collect();
        let mut first = fresh("t0");
        let plans = SavedPlans::new(&views[0], "");
        first.act(&plans, &qualification(), 1, |history| {
            history.act(pick("8607-501"));
        });
        let mut world = Self {
            views,
            queues,
            tabs: vec![first],
        };
        for tab in 1..TABS {
            while world.take(tab) {}
            let plans = SavedPlans::new(&world.views[tab], "");
            let Opened::Session(session) =
                Session::open(&plans, &id(), &writer(&format!("t{tab}"))).unwrap()
            else {
                panic!();
            };
            world.tabs.push(*session);
        }
        world
    }

    fn take(&self, tab: usize) -> bool {
        let change = self.queues.borrow_mut()[tab].pop_front();
        let Some((key, text)) = change else {
            return false;
        };
        match text {
            Some(text) => self.views[tab].seen.write(&key, &text).unwrap(),
            None => self.views[tab].seen.remove(&key).unwrap(),
        }
        true
    }

    /// The next change reaches a tab, which is told so. False where none is on its way.
    fn deliver(&mut self, tab: usize) -> bool {
        let taken = self.take(tab);
        if taken {
            self.tabs[tab].sync(&SavedPlans::new(&self.views[tab], ""));
        }
        taken
    }

    fn change(&mut self, tab: usize, change: impl FnOnce(&mut History)) {
        let plans = SavedPlans::new(&self.views[tab], "");
        self.tabs[tab].act(&plans, &qualification(), 1, change);
        assert_eq!(self.tabs[tab].saving(), Saving::Saved);
    }

    /// Lets everything arrive. It has to end.
    fn settle(&mut self) {
        for turn in 0..2_000 {
            if !(0..TABS).any(|tab| self.deliver((tab + turn) % TABS)) {
                return;
            }
        }
        panic!("tabs go on writing to each other for ever");
    }

    /// The plans of all saved plans that a tab sees.
    fn plans(&self, tab: usize) -> Vec<Plan> {
        let found = SavedPlans::new(&self.views[tab], "").all().unwrap();
        let heads = found.iter().flat_map(|found| &found.heads);
        heads.map(|head| head.plan().clone()).collect()
    }
}

#[derive(Clone, Debug)]
enum Move {
    Act(usize, Action),
    Undo(usize),
    Deliver(usize, usize),
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let tab = 0..TABS;
    let action = prop_oneof![
        3 => (500..520_u32).prop_map(|unit| pick(&format!("8607-{unit}"))),
        1 => "[a-c]{0,2}".prop_map(Action::Rename),
        1 => Just(Action::Clear),
    ];
    let one = prop_oneof![
        3 => (tab.clone(), action).prop_map(|(tab, action)| Move::Act(tab, action)),
        1 => tab.clone().prop_map(Move::Undo),
        4 => (tab, 1..6_usize).prop_map(|(tab, count)| Move::Deliver(tab, count)),
    ];
    prop::collection::vec(one, 1..30)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whenever_writes_arrive_tabs_come_to_show_the_same_and_nothing_saved_is_lost(moves in moves()) {
        let mut world = World::new();
        // What was called saved and nobody has changed since.
        let mut live = vec![world.tabs[0].history().now().clone()];
        for one in moves {
            let (tab, action) = match one {
                Move::Deliver(tab, count) => {
                    for _ in 0..count {
                        world.deliver(tab);
                    }
                    continue;
                }
                Move::Act(tab, action) => (tab, Some(action)),
                Move::Undo(tab) => (tab, None),
            };
            let base = world.tabs[tab].history().now().clone();
            let mut meant = world.tabs[tab].history().clone();
            match action {
                Some(action) => meant.act(action),
                None => meant.undo(),
            }
            let meant = meant.now().clone();
            if meant == base {
                continue;
            }
            world.change(tab, |history| history.push(meant.clone()));
            live.retain(|plan| *plan != base);
            live.push(meant);
        }
        world.settle();
        let shown = world.tabs[0].history().now();
        for (tab, session) in world.tabs.iter().enumerate() {
            prop_assert_eq!(session.history().now(), shown, "tab {} shows another plan", tab);
            let there = world.plans(tab);
            prop_assert!(there.contains(shown));
            for plan in &live {
                prop_assert!(there.contains(plan), "tab {}: {:?} is not among {:?}", tab, plan, there);
            }
        }
    }
}
