package dev.gangway.contract;

/** Turns an answer into the text by which it is compared. */
@FunctionalInterface
public interface AnswerView {
    /** Every byte counts. */
    AnswerView EXACT = (transcript, answer) -> answer.text();

    /**
     * Returns the text to compare.
     *
     * @param transcript the exchange that is compared; its request tells how to read the answer
     * @param answer the recorded answer, or the one that came back
     */
    String show(Transcript transcript, Answer answer);
}
