# The same without make, on any system: python tools/do.py workshop | test | lab | bench | lint | docs | lock
.PHONY: workshop test lab bench lint docs lock
workshop test lab bench lint docs lock:
	@python3 tools/do.py $@
