//! "Did you mean …?": the known word nearest to an unknown one.

/// Shortest beginning of a word that is taken for it.
const BEGINNING: usize = 3;

/// The candidate that differs from `word` in the fewest characters, when it is near enough to be a
/// slip: one difference for every three characters. Of equally near ones the first. Failing that
/// the first one `word` is the beginning of.
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let candidates: Vec<&str> = candidates.into_iter().collect();
    let begins = |candidate: &&&str| word.len() >= BEGINNING && candidate.starts_with(word);
    let beginning = candidates.iter().find(begins).copied();
    slip(word, candidates).or(beginning)
}

fn slip<'c>(word: &str, candidates: Vec<&'c str>) -> Option<&'c str> {
    let word: Vec<char> = word.chars().take(64).collect();
    let limit = (word.len() / 3).max(1);
    let letters = Letters::of(word.iter().copied());
    let near = |candidate: &&str| letters.apart(&Letters::of(candidate.chars())) <= limit;
    candidates
        .into_iter()
        .filter(near)
        .map(|candidate| (distance(&word, candidate), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// ``did you mean `x`?`` for the nearest candidate, else all candidates when they are few.
pub fn help<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<String> {
    let candidates: Vec<&str> = candidates.into_iter().collect();
    if let Some(near) = nearest(word, candidates.iter().copied()) {
        return Some(format!("did you mean `{near}`?"));
    }
    let few = (1..=12).contains(&candidates.len());
    few.then(|| format!("one of: {}", candidates.join(", ")))
}

/// How often each letter stands in a word: counted at once, and words that differ in more letters
/// than may be are not compared any further.
struct Letters([i16; 32]);

impl Letters {
    fn of(word: impl Iterator<Item = char>) -> Self {
        let mut counts = [0; 32];
        for c in word.take(64) {
            counts[c.to_ascii_lowercase() as usize % 32] += 1;
        }
        Self(counts)
    }

    /// At least so many insertions, removals and replacements lie between the two.
    fn apart(&self, other: &Self) -> usize {
        let differences = || self.0.iter().zip(&other.0).map(|(a, b)| a - b);
        let more: i16 = differences().filter(|count| *count > 0).sum();
        let fewer: i16 = differences().filter(|count| *count < 0).sum();
        more.max(-fewer).unsigned_abs().into()
    }
}

/// Insertions, removals, replacements and swaps of neighbours between the two
/// (optimal string alignment), letter case ignored.
fn distance(word: &[char], candidate: &str) -> usize {
    let other: Vec<char> = candidate.chars().take(64).collect();
    let mut above: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in word.iter().enumerate() {
        let mut next = Vec::with_capacity(row.len());
        next.push(i + 1);
        for (j, b) in other.iter().enumerate() {
            let same = a.eq_ignore_ascii_case(b);
            let mut cost = (row[j] + usize::from(!same)).min(row[j + 1] + 1);
            cost = cost.min(next[j] + 1);
            let is_swap = i > 0 && j > 0 && word[i - 1] == *b && other[j - 1] == *a && !same;
            if is_swap {
                cost = cost.min(above[j - 1] + 1);
            }
            next.push(cost);
        }
        above = std::mem::replace(&mut row, next);
    }
    row[other.len()]
}
