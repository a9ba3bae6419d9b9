# Aliases for the scripts, which also work without make.
.PHONY: demo test bench evaluate train fuzz format clean

demo:
	Scripts/demo

test:
	Scripts/test

bench:
	Scripts/bench

evaluate:
	Scripts/evaluate

# make train VALIDATE=1 measures instead of writing the model
train:
	Scripts/train $(if $(VALIDATE),--cross-validate)

# make fuzz SECONDS=600
fuzz:
	Scripts/fuzz $(SECONDS)

format:
	Scripts/format

clean:
	rm -rf .build
