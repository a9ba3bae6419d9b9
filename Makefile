# Aliases for the scripts, which also work without make.
.PHONY: demo test bench evaluate fuzz format clean

demo:
	Scripts/demo

test:
	Scripts/test

bench:
	Scripts/bench

evaluate:
	Scripts/evaluate

# make fuzz SECONDS=600
fuzz:
	Scripts/fuzz $(SECONDS)

format:
	Scripts/format

clean:
	rm -rf .build
