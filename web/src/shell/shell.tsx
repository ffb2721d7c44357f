import { AppShell, Burger, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, Outlet } from '@tanstack/react-router';
import { useApiKey } from '../api/api-key.js';
import { settings } from '../settings.js';
import { ApiKeyForm } from './api-key-form.js';
import logo from './aurum.svg';
import { ColorSchemeButton } from './color-scheme-button.js';
import { Navigation } from './navigation.js';
import { SearchBox } from './search-box.js';
import classes from './shell.module.css';

/** What surrounds every view. Where the service asks for an API key, nothing is shown before one is given. */
export function Shell() {
  const [opened, { toggle, close }] = useDisclosure();
  const locked = useApiKey() === null && settings.needsApiKey;
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 240, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding="lg"
    >
      <a href="#main" className={classes.skip}>
        Skip to the view
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger opened={opened} onClick={toggle} hiddenFrom="sm" size="sm" aria-label="Navigation" />
            <Link to="/" className={classes.brand}>
              <img src={logo} alt="" width={28} height={28} />
              <Text fw={700} size="lg" component="span">
                Aurum
              </Text>
            </Link>
          </Group>
          <Group gap="sm" wrap="nowrap">
            {!locked && <SearchBox />}
            <ColorSchemeButton />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm">{!locked && <Navigation onNavigate={close} />}</AppShell.Navbar>
      <AppShell.Main id="main">{locked ? <ApiKeyForm /> : <Outlet />}</AppShell.Main>
    </AppShell>
  );
}
