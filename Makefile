# Aliases for the scripts, which also work without make.
.PHONY: demo test bench evaluate format clean

demo:
	Scripts/demo

test:
	Scripts/test

bench:
	Scripts/bench

evaluate:
	Scripts/evaluate

format:
	Scripts/format

clean:
	rm -rf .build
