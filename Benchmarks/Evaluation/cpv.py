"""CPV from text: the cross-validation of the learned model, where there is one to train."""
import os
import subprocess
import sys


def evaluate(root, data):
    """Runs `Scripts/train --cross-validate`, which prints its own table."""
    script = os.path.join(root, "Scripts", "train")
    corpus = os.path.join(data, "evaluation", "cpv-from-text")
    if not os.path.isfile(script):
        print("\nCPV from text: nothing to measure, there is no Scripts/train.")
        return
    if not os.path.isdir(corpus):
        print(f"\nCPV from text: nothing to measure, there is no {corpus}.")
        return
    print("\nCPV from text, cross-validated\n", flush=True)
    done = subprocess.run([script, "--cross-validate"], env={**os.environ, "PASSERELLE_CORPUS": data})
    if done.returncode != 0:
        sys.exit(done.returncode)
