"""Lagrange multipliers of phases: where v <= 0, a function f of the network is at least f + m v for every m >= 0, and where
v > 0 at least f - m v. Any such m gives a bound, so how they are found does not matter for the proof. It is done in floating
point: steps up the slope of the bound, which is v where the bound is least."""

from integers import Refused

PASSES = 40


def followed(bounds, function, kept):
    """The numbers before each activation where a function that went back is least, about."""
    unit = 2.0**-bounds.scale
    pairs = zip(function[:-1], bounds.low_x, bounds.high_x)
    y = [unit * (low if a >= 0 else high) for a, low, high in pairs]
    found = []
    for k, layer in enumerate(bounds.net.layers):
        v = list(layer.biases)
        for h, value in enumerate(y):
            if value:
                v = [total + value * w for total, w in zip(v, layer.weights[h])]
        found.append(v)
        y = list(v)
        for j, line in enumerate(bounds.lines[k]):
            if line is not None:
                slope, more = line[2:] if kept.get(k, {}).get(j, 0) < 0 else line[:2]
                y[j] = v[j] * slope * 2.0**-24 + more * unit
    return found


def bound_with_multipliers(bounds, k, y, constant, phases):
    """As bounds.back, of coefficients of the numbers before layer k; as good as the multipliers that are found make it."""
    if not phases:
        return bounds.back(k, *y, constant)
    places = [
        (layer, place, -1 if phases[number] == "+" else 1)
        for layer in range(k + 1)
        for place, number in enumerate(bounds.net.layers[layer].numbers)
        if number in phases
    ]
    scale = float(1 << bounds.scale)
    values, last = [0.0] * len(places), [0.0] * len(places)
    best = goal = None
    for _ in range(PASSES):
        multipliers, kept = {}, {}
        for (layer, place, sign), m in zip(places, values):
            multipliers.setdefault(layer, {})[place] = sign * int(m * scale)
        try:
            now = bounds.back(k, *y, constant, multipliers, kept)
        except Refused:  # with multipliers that are too large; the first pass has none
            if best is None:
                raise
            break
        if best is None or now[0] > best[0]:
            best = now
        elif goal is not None:
            goal *= 0.25
        if best[0] > 0:
            break
        least = now[0] / scale
        goal = abs(least) * 2.0**-10 if goal is None else goal
        v = followed(bounds, now[1], kept)
        slopes = [sign * v[layer][place] for layer, place, sign in places]
        square = sum(a * a for a in last)
        product = sum(a * b for a, b in zip(slopes, last))
        turn = -1.5 * product / square if product < 0 and square > 1e-100 else 0.0
        last = [a + turn * b for a, b in zip(slopes, last)]
        last = [0.0 if a <= 0 and m <= 0 else a for a, m in zip(last, values)]
        length = sum(a * a for a in last)
        if not length > 1e-100:
            break
        step = (goal - least) / length
        values = [min(max(m + step * a, 0.0), 1e9) for m, a in zip(values, last)]
    return best
