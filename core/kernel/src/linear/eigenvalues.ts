/**
 * The eigenvalues of a symmetric matrix, in no order.
 *
 * By reflections the matrix becomes tridiagonal, by rotations from below diagonal.
 *
 * @source Wilkinson, Reinsch, "Handbook for automatic computation II: linear algebra" (1971), II/2 (tred1) and II/3 (tql1)
 * @example symmetricEigenvalues([[2, 1], [1, 2]]).sort() // → [1, 3] (roots of (2 − λ)² = 1)
 */
export function symmetricEigenvalues(matrix: readonly Float64Array[]): Float64Array {
  const { diagonal, beside } = tridiagonal(matrix.map((row) => Float64Array.from(row)));
  for (let l = 0; l < diagonal.length; l++) {
    for (let turn = 0; turn < MOST_TURNS; turn++) {
      const m = split(diagonal, beside, l);
      if (m === l) break;
      rotate(diagonal, beside, l, m);
    }
  }
  return diagonal;
}

/** An eigenvalue needs three or so. */
const MOST_TURNS = 60;

type Tridiagonal = { readonly diagonal: Float64Array; readonly beside: Float64Array };

/** `beside[i]` stands between i and i + 1. The rows are used up. */
function tridiagonal(a: readonly Float64Array[]): Tridiagonal {
  const n = a.length;
  for (let k = 0; k + 2 < n; k++) {
    const size = norm(a, k);
    if (size === 0) continue;
    const v = new Float64Array(n);
    for (let i = k + 1; i < n; i++) v[i] = a[i]![k]! / size;
    v[k + 1]! += v[k + 1]! < 0 ? -1 : 1;
    reflect(a, v, k);
  }
  return {
    diagonal: Float64Array.from(a, (row, i) => row[i]!),
    beside: Float64Array.from(a, (row, i) => (i + 1 < n ? row[i + 1]! : 0)),
  };
}

/** Length of column k below its diagonal. */
function norm(a: readonly Float64Array[], k: number): number {
  let square = 0;
  for (let i = k + 1; i < a.length; i++) square += a[i]![k]! ** 2;
  return Math.sqrt(square);
}

/** H A H with H = 1 − v vᵀ / v_(k+1), which clears column k beyond its neighbour. */
function reflect(a: readonly Float64Array[], v: Float64Array, k: number): void {
  const n = a.length;
  const height = v[k + 1]! * (v[k + 1]! < 0 ? -1 : 1);
  const p = new Float64Array(n);
  let half = 0;
  for (let i = k; i < n; i++) {
    const row = a[i]!;
    let sum = 0;
    for (let j = k + 1; j < n; j++) sum += row[j]! * v[j]!;
    p[i] = sum / height;
    half += (p[i]! * v[i]!) / (2 * height);
  }
  for (let i = k; i < n; i++) p[i]! -= half * v[i]!;
  for (let i = k; i < n; i++) {
    const row = a[i]!;
    const [vi, pi] = [v[i]!, p[i]!];
    for (let j = k; j < n; j++) row[j]! -= vi * p[j]! + pi * v[j]!;
  }
}

/** The first place from l on after which nothing stands beside the diagonal. */
function split(d: Float64Array, e: Float64Array, l: number): number {
  let m = l;
  for (; m + 1 < d.length; m++) {
    const scale = Math.abs(d[m]!) + Math.abs(d[m + 1]!);
    if (Math.abs(e[m]!) <= 1e-16 * scale || e[m] === 0) break;
  }
  return m;
}

/** One turn of QL with implicit shift on the rows l to m. */
function rotate(d: Float64Array, e: Float64Array, l: number, m: number): void {
  let g = (d[l + 1]! - d[l]!) / (2 * e[l]!);
  let r = Math.hypot(g, 1);
  g = d[m]! - d[l]! + e[l]! / (g + (g < 0 ? -r : r));
  let [s, c, p] = [1, 1, 0];
  for (let i = m - 1; i >= l; i--) {
    const [f, b] = [s * e[i]!, c * e[i]!];
    r = Math.hypot(f, g);
    e[i + 1] = r;
    if (r === 0) {
      d[i + 1]! -= p;
      e[m] = 0;
      return;
    }
    s = f / r;
    c = g / r;
    g = d[i + 1]! - p;
    r = (d[i]! - g) * s + 2 * c * b;
    p = s * r;
    d[i + 1] = g + p;
    g = c * r - b;
  }
  d[l]! -= p;
  e[l] = g;
  e[m] = 0;
}
