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
    candidates
        .into_iter()
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

/// Insertions, removals, replacements and swaps of neighbours between the two
/// (optimal string alignment), letter case ignored.
fn distance(word: &[char], candidate: &str) -> usize {
    let other: Vec<char> = candidate.chars().take(64).collect();
    let mut above: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in word.iter().enumerate() {
        let mut next = vec![i + 1];
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
