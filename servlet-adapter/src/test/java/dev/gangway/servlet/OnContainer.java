package dev.gangway.servlet;

import dev.gangway.contract.OnHost;

/** Says which container a contract is held to. */
interface OnContainer extends OnHost {
    @Override
    ServletHost host();
}
