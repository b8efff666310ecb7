//! Any JSON, and any change of a JSON tree, for tests that try to break a reader.

use proptest::prelude::*;
use serde_json::Value;

/// Pointers to every value in a tree, the tree itself first.
fn places(tree: &Value) -> Vec<String> {
    fn below(tree: &Value, here: &str, found: &mut Vec<String>) {
        found.push(here.to_owned());
        match tree {
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    below(item, &format!("{here}/{index}"), found);
                }
            }
            Value::Object(members) => {
                for (key, member) in members {
                    below(member, &format!("{here}/{key}"), found);
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    below(tree, "", &mut found);
    found
}

/// Any JSON value, most of them with something in them that a catalogue has.
pub(crate) fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        (0_u32..20).prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        prop::sample::select(vec!["A-1", "one", "diploma", "barred", "2020-02-30"])
            .prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        let key = prop::sample::select(vec!["id", "units", "kind", "at_most", "exactly", "$x", ""]);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((key, inner), 0..4).prop_map(|members| {
                members
                    .into_iter()
                    .map(|(key, value)| (key.to_owned(), value))
                    .collect()
            }),
        ]
    })
}

/// One change of a tree.
#[derive(Clone, Debug)]
pub(crate) enum Change {
    Put(prop::sample::Index, Value),
    Swap(prop::sample::Index, prop::sample::Index),
    Remove(prop::sample::Index),
}

pub(crate) fn any_change() -> impl Strategy<Value = Change> {
    prop_oneof![
        (any::<prop::sample::Index>(), any_value()).prop_map(|(at, value)| Change::Put(at, value)),
        any::<(prop::sample::Index, prop::sample::Index)>()
            .prop_map(|(one, other)| Change::Swap(one, other)),
        any::<prop::sample::Index>().prop_map(Change::Remove),
    ]
}

fn put(tree: &mut Value, place: &str, value: Value) {
    if let Some(old) = tree.pointer_mut(place) {
        *old = value;
    }
}

/// The tree with `change` made in it.
pub(crate) fn changed(mut tree: Value, change: Change) -> Value {
    let places = places(&tree);
    let place = |index: prop::sample::Index| places[index.index(places.len())].as_str();
    match change {
        Change::Put(at, value) => put(&mut tree, place(at), value),
        Change::Swap(one, other) => {
            let values = [one, other].map(|at| tree.pointer(place(at)).cloned());
            if let [Some(first), Some(second)] = values {
                put(&mut tree, place(one), second);
                put(&mut tree, place(other), first);
            }
        }
        Change::Remove(at) => {
            if let Some((parent, key)) = place(at).rsplit_once('/') {
                match tree.pointer_mut(parent) {
                    Some(Value::Object(members)) => drop(members.remove(key)),
                    Some(Value::Array(items)) => drop(items.remove(key.parse().unwrap())),
                    _ => {}
                }
            }
        }
    }
    tree
}
