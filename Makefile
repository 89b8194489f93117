# The same without make, on any system: python tools/do.py workshop | test | lab | bench | lint | docs | worked | lock
.PHONY: workshop test lab bench lint docs worked lock
workshop test lab bench lint docs worked lock:
	@python3 tools/do.py $@
