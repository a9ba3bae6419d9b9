"""Runs of the program that is measured."""
import json
import subprocess


class Engine:
    def __init__(self, program):
        self.program = program

    def run(self, *arguments, check=(0, 1)):
        """Standard output of a command; its exit code must be one of `check` (1: done, with rejects)."""
        done = subprocess.run([self.program, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        if done.returncode not in check:
            raise SystemExit(f"{self.program} {' '.join(arguments)}: {done.returncode}\n{done.stderr}")
        return done.stdout

    def rankings(self, *arguments):
        """{lot: {supplier key: score}} of a `match` command; structures without SIRET go by their other key. Those to be
        contacted have no score: they get negative ones, which put them behind all that are ranked, in their order."""
        found = {}
        for line in self.run("match", *arguments, "--format", "jsonl").splitlines():
            match = json.loads(line)
            score = match["score"] if match["list"] == "ranked" else -float(match["rank"])
            # Two structures may share a SIRET: the better one stands for it.
            scores, key = found.setdefault(match["lot"], {}), match["siret"] or match["structure"]
            scores[key] = max(score, scores.get(key, score))
        return found
