# Everything a developer types. A fresh machine needs Python 3.11+ and make, nothing else.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.ready

.PHONY: review test check golden corpora corpora-files chat chat-weights bench docs format clean

review: $(STAMP) ## review a sample report: the app on a terminal, else the findings
	@$(BIN)/python -m shenyue review corpora/reports/street-2023-faulty.docx || test $$? -eq 1

test: $(STAMP)
	$(BIN)/python -m pytest -n auto

check: $(STAMP) ## the whole loop: format, lint, types, layers, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MAKE) docs
	$(MAKE) test

format: $(STAMP)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

golden: $(STAMP) ## rewrite the expected outputs; read the diff before you commit it
	SHENYUE_GOLDEN=write $(BIN)/python -m pytest -q tests -k golden

corpora: $(STAMP) ## how well the rules tell clean reports from faulty ones; CORPORA="--clean 50 --faulty 200" for a quick look
	$(BIN)/python -m tools.corpora $(CORPORA)

corpora-files: $(STAMP) ## write corpora/reports anew
	$(BIN)/python -m tools.corpora.committed

chat: $(STAMP) ## how many utterances of corpora/chat the conversation understands
	$(BIN)/python -m tools.chat

chat-weights: $(STAMP) ## learn anew how much each word speaks for an intent, after the practice utterances or the lexicon changed
	$(BIN)/python -m tools.chat.learning

bench: $(STAMP)
	$(BIN)/python bench/run.py

docs: $(STAMP) ## rule pages from the rule files; fails where they were stale, and mends them
	$(BIN)/python tools/rule_pages.py

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $(STAMP)

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache out
