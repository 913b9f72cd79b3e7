"""How well the conversation understands the utterances of corpora/chat."""
