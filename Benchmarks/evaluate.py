"""Measures relevance: ours beside baselines, on graded lots and on real awards, with bootstrap intervals.

usage: evaluate.py PASSERELLE DATA [--only graded|awards|cpv] [--per-lot]

DATA holds evaluation/, suppliers/ and decp/. What is not there is said and passed over.
"""
import argparse
import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(ROOT, "Benchmarks", "Evaluation"))

import awards  # noqa: E402  (the folder of the modules is known only here)
import cpv  # noqa: E402
import graded  # noqa: E402
from engine import Engine  # noqa: E402
from nomenclature import Map  # noqa: E402


def main():
    parser = argparse.ArgumentParser(description="relevance of the ranking, beside baselines")
    parser.add_argument("program")
    parser.add_argument("data")
    parser.add_argument("--only", choices=("graded", "awards", "cpv"))
    parser.add_argument("--per-lot", action="store_true", help="ours lot by lot as well")
    options = parser.parse_args()
    engine, geography = Engine(options.program), Map(ROOT)

    def has(part, *path):
        folder = os.path.join(options.data, *path)
        if options.only not in (None, part):
            return False
        if not os.path.isdir(folder):
            print(f"\n{part}: nothing to measure, there is no {folder}.")
            return False
        return True

    if has("graded", "evaluation", "graded"):
        folder = os.path.join(options.data, "evaluation", "graded")
        graded.evaluate(engine, folder, ROOT, geography, options.per_lot)
    if has("awards", "suppliers", "awards") and has("awards", "decp", "v1-json"):
        awards.evaluate(engine, options.data, ROOT, geography, options.per_lot)
    if options.only in (None, "cpv"):
        cpv.evaluate(ROOT, options.data)


if __name__ == "__main__":
    main()
