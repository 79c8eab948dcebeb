package io.appeals.api.node;

/** Works beside the node's two sides from its start to its end, whether anybody asks for it or not. */
public interface NodeService {}
