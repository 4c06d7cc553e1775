"""What the analysis starts from: records, texts, committed features, people, commentary."""
