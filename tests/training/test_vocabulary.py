from __future__ import annotations

import pytest
import torch
from transformers import AutoTokenizer, BertConfig, BertModel

from claims.core.errors import DataError
from claims.models import folder_of
from claims.training.vocabulary import keep_pieces, most_used, write_tokenizer

TEXTS = ["The ministry said three soldiers were injured by a roadside bomb.", "Soldiers denied it."] * 30
PAIR = ("Soldiers were injured.", "The ministry denied it.")


@pytest.fixture(scope="module")
def tokenizer():
    return AutoTokenizer.from_pretrained(str(folder_of("stance")))


def network(tokenizer):
    torch.manual_seed(1)
    sizes = {"hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 16}
    return BertModel(BertConfig(vocab_size=len(tokenizer), **sizes)).eval()


def test_fewer_pieces_read_a_text_of_pieces_kept_as_before(tokenizer, tmp_path):
    plain = network(tokenizer)
    inputs = tokenizer(*PAIR, return_tensors="pt")
    with torch.no_grad():
        before = plain(**inputs).last_hidden_state
    kept = most_used(tokenizer, TEXTS, 300)
    keep_pieces(plain, kept)
    plain.save_pretrained(tmp_path)
    write_tokenizer(tokenizer, kept, tmp_path)
    smaller, small = BertModel.from_pretrained(tmp_path).eval(), AutoTokenizer.from_pretrained(tmp_path)
    again = small(*PAIR, return_tensors="pt")
    assert len(small) == smaller.config.vocab_size == len(kept) < 300
    assert small.convert_ids_to_tokens(again["input_ids"][0]) == tokenizer.convert_ids_to_tokens(
        inputs["input_ids"][0]
    )
    assert again["token_type_ids"].tolist() == inputs["token_type_ids"].tolist()
    with torch.no_grad():
        assert torch.equal(smaller(**again).last_hidden_state, before)


def test_a_word_left_out_is_spelt_and_what_pads_still_pads(tokenizer, tmp_path):
    kept = most_used(tokenizer, TEXTS, 300)
    write_tokenizer(tokenizer, kept, tmp_path)
    small = AutoTokenizer.from_pretrained(tmp_path)
    assert tokenizer.tokenize("saxophonist") != small.tokenize("saxophonist")
    assert "".join(p.removeprefix("##") for p in small.tokenize("saxophonist")) == "saxophonist"
    assert small.unk_token not in small.tokenize("Qwzx was in Ærø")
    padded = small(["Soldiers", "Soldiers were injured"], padding=True)
    assert padded["attention_mask"][0].count(0) == 2 and padded["input_ids"][0][-1] == small.pad_token_id


def test_there_must_be_room_for_every_letter(tokenizer):
    with pytest.raises(DataError, match="needs at least"):
        most_used(tokenizer, TEXTS, 50)
