"""审阅: reviews 政府信息公开工作年度报告 for compliance, offline and by rule.

Nothing is imported here, so that `shenyue --version` costs no more than the interpreter.
"""

__version__ = "0.1.0"
