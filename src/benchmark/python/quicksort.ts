const SMALL = 16;

/**
 * Positions that sort `values`, in the order numpy's `argsort(kind='quicksort')` gives: an introsort that is not stable.
 * Which of several equal rows comes first decides under which category a check of a series is counted.
 */
export function numpyArgsort(values: Uint8Array): Int32Array {
  const order = Int32Array.from(values, (_, i) => i);
  const swap = (a: number, b: number): void => {
    const kept = order[a];
    order[a] = order[b];
    order[b] = kept;
  };
  const stack: number[] = [];
  const depths: number[] = [];
  let left = 0;
  let right = values.length - 1;
  let depth = 2 * Math.max(0, 31 - Math.clz32(values.length));
  for (;;) {
    if (depth < 0) heapsort(values, order, left, right - left + 1);
    else {
      while (right - left > SMALL) {
        const middle = left + ((right - left) >> 1);
        if (values[order[middle]] < values[order[left]]) swap(middle, left);
        if (values[order[right]] < values[order[middle]]) swap(right, middle);
        if (values[order[middle]] < values[order[left]]) swap(middle, left);
        const pivot = values[order[middle]];
        let i = left;
        let j = right - 1;
        swap(middle, j);
        for (;;) {
          do i++;
          while (values[order[i]] < pivot);
          do j--;
          while (pivot < values[order[j]]);
          if (i >= j) break;
          swap(i, j);
        }
        swap(i, right - 1);
        if (i - left < right - i) {
          stack.push(i + 1, right);
          right = i - 1;
        } else {
          stack.push(left, i - 1);
          left = i + 1;
        }
        depths.push(--depth);
      }
      insertionSort(values, order, left, right);
    }
    if (stack.length === 0) return order;
    right = stack.pop() as number;
    left = stack.pop() as number;
    depth = depths.pop() as number;
  }
}

function insertionSort(values: Uint8Array, order: Int32Array, left: number, right: number): void {
  for (let i = left + 1; i <= right; i++) {
    const row = order[i];
    let j = i;
    while (j > left && values[row] < values[order[j - 1]]) {
      order[j] = order[j - 1];
      j--;
    }
    order[j] = row;
  }
}

/** Where quicksort goes too deep, a part is sorted by heap. */
function heapsort(values: Uint8Array, order: Int32Array, start: number, count: number): void {
  const at = (i: number): number => start + i - 1;
  const sift = (root: number, last: number, row: number): void => {
    let i = root;
    let j = root * 2;
    while (j <= last) {
      if (j < last && values[order[at(j)]] < values[order[at(j + 1)]]) j++;
      if (values[row] >= values[order[at(j)]]) break;
      order[at(i)] = order[at(j)];
      i = j;
      j += j;
    }
    order[at(i)] = row;
  };
  for (let l = count >> 1; l > 0; l--) sift(l, count, order[at(l)]);
  for (let n = count; n > 1;) {
    const row = order[at(n)];
    order[at(n)] = order[at(1)];
    n--;
    sift(1, n, row);
  }
}
