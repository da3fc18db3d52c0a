"""The eight-input model of the Monte Carlo bench in NumPy: draws, model, mean, u, symmetric and shortest 95 % intervals.

Prints one JSON object: NumPy's version and the milliseconds of each run, by the clock and of the processor. Usage: montecarlo.py RUNS TRIALS
"""

import json
import sys
import time

import numpy as np

PROBABILITY = 0.95


def trials(rng, m):
    """Values of y = x1/x2*cos(x3)*x7 + x4 + 127*x6*(x5 + x8) in m trials."""
    z1 = rng.standard_normal(m)
    z2 = rng.standard_normal(m)
    r = -0.36
    x1 = 4.999 + 0.0032 * z1
    x2 = 0.019661 + 9.5e-6 * (r * z1 + np.sqrt(1 - r * r) * z2)
    x3 = 1.04446 + 0.00075 * rng.standard_normal(m)
    x4 = 0.05 * rng.standard_t(9, m)
    x5 = rng.uniform(-0.001, 0.001, m)
    x6 = rng.uniform(0.999, 1.001, m)
    x7 = rng.triangular(0.9995, 1.0, 1.0005, m)
    x8 = 0.0005 * np.sin(np.pi * (rng.random(m) - 0.5))
    return x1 / x2 * np.cos(x3) * x7 + x4 + 127 * x6 * (x5 + x8)


def summary(y):
    """Mean, standard deviation, symmetric and shortest interval."""
    m = len(y)
    mean, u = y.mean(), y.std(ddof=1)
    y.sort()
    q = int(PROBABILITY * m + 0.5)
    low = (m - q + 1) // 2
    widths = y[q:] - y[: m - q]
    best = int(np.argmin(widths))
    return mean, u, y[low - 1], y[low + q - 1], y[best], y[best + q]


def main():
    runs, m = int(sys.argv[1]), int(sys.argv[2])
    rng = np.random.default_rng(20261125)
    times, processor = [], []
    for _ in range(runs):
        start, busy = time.perf_counter(), time.process_time()
        found = summary(trials(rng, m))
        times.append(1000 * (time.perf_counter() - start))
        processor.append(1000 * (time.process_time() - busy))
    print(json.dumps({"numpy": np.__version__, "milliseconds": times, "processor": processor, "figures": [float(f) for f in found]}))


main()
