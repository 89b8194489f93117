# The same without make, on any system: python tools/do.py workshop | test | lab | bench | lint | lock
.PHONY: workshop test lab bench lint lock
workshop test lab bench lint lock:
	@python3 tools/do.py $@
