//! Places labels beside their marks so that none covers another.

/// An upright rectangle in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Rect {
    pub fn around(x: f64, y: f64, half_width: f64, half_height: f64) -> Self {
        Self {
            left: x - half_width,
            top: y - half_height,
            right: x + half_width,
            bottom: y + half_height,
        }
    }

    pub fn overlaps(&self, other: &Rect) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    pub fn inside(&self, outer: &Rect) -> bool {
        self.left >= outer.left
            && self.right <= outer.right
            && self.top >= outer.top
            && self.bottom <= outer.bottom
    }

    pub fn holds(&self, (x, y): (f64, f64)) -> bool {
        self.left < x && x < self.right && self.top < y && y < self.bottom
    }
}

/// Width of a text in pixels, estimated: a full-width character is one em, others about half. The
/// browser's own measure would touch the page for each label; this errs on the wide side.
pub fn text_width(text: &str, size: f64, bold: bool) -> f64 {
    let ems: f64 = text
        .chars()
        .map(|c| match c {
            ' ' | '.' | ',' | ':' | '’' => 0.32,
            'W' | 'M' | 'm' | 'w' => 0.88,
            '\u{2e80}'.. => 1.0,
            _ => 0.6,
        })
        .sum();
    ems * size * if bold { 1.05 } else { 1.0 }
}

/// What a label must not cover.
#[derive(Debug)]
pub struct Obstacles {
    pub frame: Rect,
    pub taken: Vec<Rect>,
    /// Points along paths, about [`STEP`] apart: covering them is allowed where nothing better is free.
    pub paths: Vec<(f64, f64)>,
}

/// In pixels.
pub const STEP: f64 = 4.0;

/// Where a label of `width` × `height` goes beside a mark at `at`: the first free place in order of
/// preference, the one that covers least of the paths. None where every place is taken.
pub fn place(
    at: (f64, f64),
    (width, height): (f64, f64),
    gap: f64,
    prefer_right: bool,
    obstacles: &Obstacles,
) -> Option<Rect> {
    let (x, y) = at;
    let aside = gap + width / 2.0;
    let away = gap + height / 2.0;
    let right = [(aside, 0.0), (aside, -away * 0.8), (aside, away * 0.8)];
    let above = [(0.0, -away), (0.0, away)];
    let left = [(-aside, 0.0), (-aside, -away * 0.8), (-aside, away * 0.8)];
    let far = [
        (0.0, -away * 2.0),
        (0.0, away * 2.0),
        (aside, -away * 1.8),
        (aside, away * 1.8),
        (-aside, -away * 1.8),
        (-aside, away * 1.8),
        (aside, -away * 2.8),
        (aside, away * 2.8),
    ];
    let (first, second) = if prefer_right {
        (&right[..], &above[..])
    } else {
        (&above[..], &right[..])
    };
    let order = first.iter().chain(second).chain(&left).chain(&far);
    order
        .enumerate()
        .filter_map(|(rank, (dx, dy))| {
            let rect = Rect::around(x + dx, y + dy, width / 2.0, height / 2.0);
            let free = rect.inside(&obstacles.frame)
                && !obstacles.taken.iter().any(|taken| taken.overlaps(&rect));
            free.then(|| {
                let crossed = obstacles
                    .paths
                    .iter()
                    .filter(|point| rect.holds(**point))
                    .count();
                // Touching a path costs as much as three places further down the list, and covering more
                // of it one more for each 8 pixels.
                (rank + (crossed > 0) as usize * 3 + crossed / 2, rect)
            })
        })
        .min_by_key(|(cost, _)| *cost)
        .map(|(_, rect)| rect)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn free() -> Obstacles {
        let frame = Rect {
            left: 0.0,
            top: 0.0,
            right: 200.0,
            bottom: 100.0,
        };
        Obstacles {
            frame,
            taken: Vec::new(),
            paths: Vec::new(),
        }
    }

    #[test]
    fn a_label_takes_its_first_choice_when_free() {
        let rect = place((100.0, 50.0), (30.0, 12.0), 6.0, false, &free()).unwrap();
        assert!(rect.bottom <= 50.0, "above the mark");
        let rect = place((100.0, 50.0), (30.0, 12.0), 6.0, true, &free()).unwrap();
        assert!(rect.left >= 100.0, "right of the mark");
    }

    #[test]
    fn a_label_stays_in_the_frame_and_off_others() {
        let mut obstacles = free();
        for _ in 0..3 {
            let rect = place((190.0, 50.0), (30.0, 12.0), 6.0, true, &obstacles).unwrap();
            assert!(rect.inside(&obstacles.frame));
            assert!(!obstacles.taken.iter().any(|taken| taken.overlaps(&rect)));
            obstacles.taken.push(rect);
        }
    }

    #[test]
    fn a_label_rather_touches_a_path_than_lies_on_one() {
        let mut obstacles = free();
        obstacles.paths = (0..50).map(|step| (f64::from(step) * STEP, 40.0)).collect();
        obstacles.paths.push((114.0, 54.0));
        let rect = place((100.0, 50.0), (30.0, 12.0), 6.0, false, &obstacles).unwrap();
        assert!(rect.top >= 50.0, "below the mark");
    }

    #[test]
    fn where_nothing_is_free_there_is_no_label() {
        let mut obstacles = free();
        obstacles.taken.push(obstacles.frame);
        assert_eq!(
            place((100.0, 50.0), (30.0, 12.0), 6.0, true, &obstacles),
            None
        );
    }
}
