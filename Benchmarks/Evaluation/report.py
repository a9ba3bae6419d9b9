"""Tables on standard output."""


def figure(value, bounds=None):
    """`0.853 [0.807 0.895]`."""
    if value is None:
        return "–"
    return f"{value:.3f}" + (f" [{bounds[0]:.3f} {bounds[1]:.3f}]" if bounds else "")


def difference(value, bounds):
    """`-0.249 [-0.320 -0.180]`, with a star when the interval leaves out zero."""
    star = "*" if bounds[0] > 0 or bounds[1] < 0 else " "
    return f"{value:+.3f} [{bounds[0]:+.3f} {bounds[1]:+.3f}]{star}"


def table(title, columns, rows):
    """Columns as wide as their widest cell; the first one to the left."""
    print(f"\n{title}\n")
    widths = [max(len(row[place]) for row in [columns, *rows]) for place in range(len(columns))]
    for row in [columns, *rows]:
        cells = [row[0].ljust(widths[0])] + [cell.rjust(width) for cell, width in zip(row[1:], widths[1:])]
        print("  ".join(cells).rstrip())
