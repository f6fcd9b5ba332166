package wiredesk.enrich.tagging;

import java.util.Arrays;

/**
 * The terms of one language as a tree of atoms: a text's words are followed down it from each word that some term begins
 * with, so that a text costs its length times the longest term, however many terms there are. Flat arrays; a node is a
 * number from 1, and 0 is none.
 *
 * <p>A term that ends at a node has a number of its own; the concepts that it stands for follow one another in {@link
 * #concept}.
 */
final class Terms {

    private static final int HINTS = 63;
    private static final long ENDS = 1L << HINTS;

    /** Of each atom the node of those that begin with it; what can be told of that node is in {@link #hints}. */
    private int[] roots;

    private long[] edges = new long[16];
    private int[] targets = new int[16];
    private int edgeCount;
    private int nodes = 1;
    private int[] termAt = new int[16];

    /**
     * Of each root, in one place: bit 63 when a term ends there, and a bit for each atom that follows (several share
     * one), so that most of a text's words are done with at their first look.
     */
    private long[] hints = new long[0];

    private int terms;
    private byte[] lengths = new byte[16];
    private int[] conceptsFrom = new int[1];
    private int[] concepts = new int[0];

    Terms(int atoms) {
        roots = new int[atoms];
        Arrays.fill(edges, -1);
        Arrays.fill(termAt, -1);
    }

    /** Adds a term, unless it is there; its number. */
    int add(int[] path) {
        int node = roots[path[0]];
        if (node == 0) {
            node = newNode();
            roots[path[0]] = node;
        }
        for (int i = 1; i < path.length; i++) {
            int next = next(node, path[i]);
            if (next == 0) {
                next = newNode();
                putEdge(node, path[i], next);
            }
            node = next;
        }
        if (termAt[node] < 0) {
            if (terms == lengths.length) {
                lengths = Arrays.copyOf(lengths, 2 * terms);
            }
            lengths[terms] = (byte) path.length; // at most Term.LONGEST
            termAt[node] = terms++;
        }
        return termAt[node];
    }

    /**
     * Ends the adding.
     *
     * @param pairs of a term in the upper half and a concept in the lower; the concept's complement where the term is one
     *     that keeps it from matching
     */
    void seal(long[] pairs) {
        Arrays.sort(pairs);
        conceptsFrom = new int[terms + 1];
        concepts = new int[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            concepts[i] = (int) pairs[i];
            conceptsFrom[(int) (pairs[i] >> 32) + 1] = i + 1;
        }
        for (int t = 1; t <= terms; t++) {
            conceptsFrom[t] = Math.max(conceptsFrom[t], conceptsFrom[t - 1]);
        }
        lengths = Arrays.copyOf(lengths, terms);
        termAt = Arrays.copyOf(termAt, nodes);
        hint();
    }

    private void hint() {
        long[] byNode = new long[nodes];
        for (long edge : edges) {
            if (edge >= 0) {
                byNode[(int) (edge >> 32)] |= hint((int) edge);
            }
        }
        hints = new long[roots.length];
        for (int atom = 0; atom < roots.length; atom++) {
            int node = roots[atom];
            hints[atom] = node == 0 ? 0 : byNode[node] | (termAt[node] >= 0 ? ENDS : 0);
        }
    }

    /** The bit of an atom that follows another. */
    static long hint(int atom) {
        return 1L << ((((atom * 0x9E3779B9) >>> 26) * HINTS) >>> 6);
    }

    private int newNode() {
        if (nodes == termAt.length) {
            termAt = Arrays.copyOf(termAt, 2 * nodes);
            Arrays.fill(termAt, nodes, termAt.length, -1);
        }
        return nodes++;
    }

    private void putEdge(int node, int atom, int target) {
        if (2 * ++edgeCount > edges.length) {
            long[] oldEdges = edges;
            int[] oldTargets = targets;
            edges = new long[2 * oldEdges.length];
            targets = new int[edges.length];
            Arrays.fill(edges, -1);
            for (int i = 0; i < oldEdges.length; i++) {
                if (oldEdges[i] >= 0) {
                    place(oldEdges[i], oldTargets[i]);
                }
            }
        }
        place((long) node << 32 | atom, target);
    }

    private void place(long key, int target) {
        int slot = slot(key);
        while (edges[slot] >= 0) {
            slot = (slot + 1) & (edges.length - 1);
        }
        edges[slot] = key;
        targets[slot] = target;
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & (edges.length - 1);
    }

    /**
     * What is known of the terms that begin with an atom: negative when it is one by itself, and with the {@link
     * #hint(int)} of each atom that may follow; 0 when none begins with it.
     */
    long hints(int atom) {
        return hints[atom];
    }

    int root(int atom) {
        return roots[atom];
    }

    int next(int node, int atom) {
        long key = (long) node << 32 | atom;
        int slot = slot(key);
        while (edges[slot] >= 0) {
            if (edges[slot] == key) {
                return targets[slot];
            }
            slot = (slot + 1) & (edges.length - 1);
        }
        return 0;
    }

    /** The term that ends at a node, or -1. */
    int termAt(int node) {
        return termAt[node];
    }

    int size() {
        return terms;
    }

    /** How many words a term has. */
    int length(int term) {
        return lengths[term];
    }

    int conceptsFrom(int term) {
        return conceptsFrom[term];
    }

    int conceptsTo(int term) {
        return conceptsFrom[term + 1];
    }

    int concept(int i) {
        return concepts[i];
    }
}
