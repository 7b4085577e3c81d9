"""How well the twin answers: a gold set of fictional profiles and questions, asked of the real services in process."""
