//! Where in a file the content is written that a qualification has from its suite.

use std::collections::{BTreeMap, BTreeSet};

/// Paths in a file as it is read, and the paths at which the same is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origins {
    all: Vec<Origin>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Origin {
    /// The way as it is read.
    to: String,
    /// The way as it is written.
    from: String,
    /// Of a list from which items were left out: the place at which each of the others is written.
    places: Option<Vec<usize>>,
}

impl Origins {
    pub(super) fn add(&mut self, to: String, from: String, places: Option<Vec<usize>>) {
        self.all.push(Origin { to, from, places });
    }

    /// Of each suite, by the way to it, the qualifications that have something of it, counted from 0.
    pub(super) fn takers(&self) -> BTreeMap<&str, BTreeSet<usize>> {
        let mut takers: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
        for one in &self.all {
            let to = one.to.strip_prefix("qualifications[");
            let number = to.and_then(|to| to.split_once(']')?.0.parse().ok());
            let suite = one.from.split_inclusive(']').next();
            if let Some((suite, number)) = suite.zip(number) {
                takers.entry(suite).or_default().insert(number);
            }
        }
        takers
    }

    /// The way to a place as it is written in the file.
    #[must_use]
    pub fn as_written(&self, path: &str) -> String {
        let below = |origin: &Origin| {
            let rest = path.strip_prefix(origin.to.as_str())?;
            let is_whole = rest.is_empty() || rest.starts_with(['.', '[']);
            is_whole.then(|| rest.to_owned())
        };
        let found = self.all.iter().filter_map(|one| Some((one, below(one)?)));
        let Some((origin, rest)) = found.max_by_key(|(one, _)| one.to.len()) else {
            return path.to_owned();
        };
        let item = origin.places.as_ref().and_then(|places| {
            let (index, rest) = rest.strip_prefix('[')?.split_once(']')?;
            let place = places.get(index.parse::<usize>().ok()?)?;
            Some(format!("{}[{place}]{rest}", origin.from))
        });
        item.unwrap_or_else(|| format!("{}{rest}", origin.from))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_way_leads_back_and_items_are_counted_as_they_are_written() {
        let mut origins = Origins::default();
        let mut add = |to: &str, from: &str, places| origins.add(to.into(), from.into(), places);
        add("q[0].groups[1]", "suites[0].groups[0]", None);
        add(
            "q[0].groups[1].units",
            "suites[0].groups[0].units",
            Some(vec![0, 2]),
        );
        for (read, written) in [
            ("q[0].groups[1].title", "suites[0].groups[0].title"),
            ("q[0].groups[1].units[1]", "suites[0].groups[0].units[2]"),
            ("q[0].groups[1].units", "suites[0].groups[0].units"),
            ("q[0].groups[10].title", "q[0].groups[10].title"),
            ("q[0].rules[1]", "q[0].rules[1]"),
        ] {
            assert_eq!(origins.as_written(read), written);
        }
    }
}
