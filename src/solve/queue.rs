//! Which variable is decided on next: a heap of those without a value.

/// Variables, the one that was met most first, of equals the first. A variable that has got a value
/// meanwhile stays in it until it comes to the head.
#[derive(Default)]
pub(super) struct Queue {
    heap: Vec<usize>,
    /// Where each variable stands in the heap.
    places: Vec<Option<usize>>,
}

impl Queue {
    /// Grows to this number of variables; the new ones are put in.
    pub(super) fn grow(&mut self, number: usize, met: &[u64]) {
        for variable in self.places.len()..number {
            self.places.push(None);
            self.push(variable, met);
        }
    }

    /// Restores the order after the counts of all variables have changed.
    pub(super) fn sort(&mut self, met: &[u64]) {
        self.heap
            .sort_unstable_by_key(|variable| (u64::MAX - met[*variable], *variable));
        for (place, variable) in self.heap.iter().enumerate() {
            self.places[*variable] = Some(place);
        }
    }

    /// Brings a variable in that is not there.
    pub(super) fn push(&mut self, variable: usize, met: &[u64]) {
        if self.places[variable].is_none() {
            self.heap.push(variable);
            self.rise(self.heap.len() - 1, met);
        }
    }

    /// Notes that a variable was met once more.
    pub(super) fn raise(&mut self, variable: usize, met: &[u64]) {
        if let Some(place) = self.places[variable] {
            self.rise(place, met);
        }
    }

    /// Takes the first out.
    pub(super) fn pop(&mut self, met: &[u64]) -> Option<usize> {
        let last = self.heap.pop()?;
        let Some(first) = self.heap.first_mut() else {
            self.places[last] = None;
            return Some(last);
        };
        let first = std::mem::replace(first, last);
        self.places[first] = None;
        self.sink(met);
        Some(first)
    }

    /// How many steps it takes at most to bring one in or take one out.
    pub(super) fn depth(&self) -> u64 {
        u64::from(usize::BITS - self.heap.len().leading_zeros())
    }

    fn rise(&mut self, mut place: usize, met: &[u64]) {
        let variable = self.heap[place];
        while place > 0 {
            let above = (place - 1) / 2;
            if !is_before(variable, self.heap[above], met) {
                break;
            }
            self.put(place, self.heap[above]);
            place = above;
        }
        self.put(place, variable);
    }

    fn sink(&mut self, met: &[u64]) {
        let (mut place, variable) = (0, self.heap[0]);
        loop {
            let left = 2 * place + 1;
            let Some(mut below) = self.heap.get(left).copied() else {
                break;
            };
            let mut at = left;
            if let Some(right) = self.heap.get(left + 1).copied()
                && is_before(right, below, met)
            {
                (at, below) = (left + 1, right);
            }
            if !is_before(below, variable, met) {
                break;
            }
            self.put(place, below);
            place = at;
        }
        self.put(place, variable);
    }

    fn put(&mut self, place: usize, variable: usize) {
        self.heap[place] = variable;
        self.places[variable] = Some(place);
    }
}

fn is_before(one: usize, other: usize, met: &[u64]) -> bool {
    met[one] > met[other] || met[one] == met[other] && one < other
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Whatever is met in between, what comes out is the first of those that are in it.
        #[test]
        fn the_first_comes_out(operations in prop::collection::vec((0_usize..3, 0_usize..20, 1_u64..4), 1..200)) {
            let mut met = vec![0; 20];
            let mut queue = Queue::default();
            queue.grow(20, &met);
            let mut there: Vec<usize> = (0..20).collect();
            for (operation, variable, more) in operations {
                match operation {
                    0 => {
                        let first = there.iter().copied();
                        let first = first.min_by_key(|one| (u64::MAX - met[*one], *one));
                        there.retain(|one| Some(*one) != first);
                        prop_assert_eq!(queue.pop(&met), first);
                    }
                    1 => {
                        queue.push(variable, &met);
                        if !there.contains(&variable) {
                            there.push(variable);
                        }
                    }
                    _ => {
                        met[variable] += more;
                        queue.raise(variable, &met);
                    }
                }
            }
        }
    }
}
