"""An alias is another name of the same thing: what differs is a skill of its own."""

import pytest

from services.documents.rules.skills.catalogue import skills
from services.documents.rules.skills.matching import matcher

DIFFERENT: tuple[tuple[str, ...], ...] = (
    ("Looker", "Looker Studio", "Metabase", "Tableau", "Power BI", "Apache Superset", "Redash"),
    ("Elasticsearch", "OpenSearch", "Apache Solr"),
    ("Apache Airflow", "Dagster", "dbt"),
    ("Matplotlib", "Seaborn", "Plotly"),
    ("Cassandra database", "ScyllaDB", "DynamoDB"),
    ("Apache Kafka", "Confluent", "Apache Pulsar", "ActiveMQ", "RabbitMQ", "AMQP"),
    ("Redis", "Valkey", "Memcached"),
    ("MySQL", "MariaDB", "PostgreSQL"),
    ("T-SQL", "PL/SQL", "SSIS", "SSRS"),
    ("TensorFlow", "Keras", "PyTorch"),
    ("scikit-learn", "XGBoost", "LightGBM"),
    ("NumPy", "SciPy", "pandas"),
    ("MLflow", "Kubeflow", "SageMaker", "Vertex AI", "MLOps"),
    ("LangChain", "LlamaIndex", "LangGraph"),
    ("Informatica", "Talend", "AWS Glue", "Azure Data Factory"),
    ("Qlik", "MicroStrategy", "Cognos"),
    ("Docker", "Podman", "Kubernetes", "OpenShift"),
    ("Terraform", "OpenTofu", "Pulumi"),
    ("CloudFormation", "AWS CDK"),
    ("Git", "GitHub", "GitLab", "Bitbucket"),
    ("Linux", "Unix", "Ubuntu", "Debian", "Red Hat Enterprise Linux", "CentOS"),
    ("NGINX", "HAProxy"),
    ("VMware", "Hyper-V"),
    ("Vercel", "Netlify", "Heroku"),
    ("Dynatrace", "AppDynamics", "Datadog"),
    ("Nagios", "Zabbix", "Icinga"),
    ("PagerDuty", "Opsgenie"),
    ("JMeter", "Gatling"),
    ("SonarQube", "Snyk", "Veracode", "Checkmarx"),
    ("ITIL", "ServiceNow"),
    ("ISO 27001", "SOC 2", "NIST 800-53", "FedRAMP"),
    ("Arduino board", "Raspberry Pi", "ESP32", "STM32"),
    ("AngularJS", "TypeScript", "Ember.js", "Backbone.js", "Knockout.js"),
    ("Electron app in JavaScript", "Tauri"),
    ("Quarkus", "Micronaut"),
    ("Tomcat", "JBoss", "WebLogic", "WebSphere"),
    ("CUDA", "OpenCL"),
    ("OpenGL", "Vulkan", "DirectX", "WebGL"),
    ("OAuth", "SAML", "JWT"),
    ("Contentful", "Strapi", "Sitecore", "Umbraco", "WordPress", "Drupal"),
    ("Shopify", "Magento", "WooCommerce", "BigCommerce"),
    ("Jira", "Azure DevOps", "Trello", "Asana", "ClickUp", "monday.com"),
    ("Microsoft Project", "Smartsheet", "Primavera"),
    ("PowerPoint", "Google Slides"),
    ("Photoshop", "Lightroom", "Adobe Illustrator"),
    ("Premiere Pro", "Final Cut Pro", "DaVinci Resolve"),
    ("SolidWorks", "CATIA", "AutoCAD", "Revit"),
    ("InVision", "Zeplin", "Axure", "Balsamiq"),
    ("Salesforce", "HubSpot", "Zoho", "Pipedrive", "Dynamics 365"),
    ("Zendesk", "Intercom", "Freshdesk", "Help Scout"),
    ("Marketo", "Pardot", "Eloqua", "Braze"),
    ("Mailchimp", "Klaviyo"),
    ("Google Ads", "Meta Ads", "LinkedIn Ads", "TikTok Ads"),
    ("Google Analytics", "Adobe Analytics", "Amplitude", "Mixpanel"),
    ("QuickBooks", "FreshBooks", "Xero"),
    ("NetSuite", "PeopleSoft", "JD Edwards", "Oracle Financials"),
    ("Workday", "BambooHR", "SuccessFactors"),
    ("DATEV", "Lexware"),
    ("Moodle", "Canvas LMS", "Google Classroom"),
    ("CPA", "ACCA", "CIMA", "ACA qualified", "Steuerberater", "Expert-comptable", "CFA"),
    ("GDPR", "CCPA", "HIPAA"),
    ("CISSP", "CISM", "CISA", "OSCP", "CEH"),
    ("CCNA", "CCNP", "CCIE"),
    ("CompTIA Security+", "CompTIA A+", "CompTIA Network+"),
    ("AZ-104", "AZ-900"),
    ("CKA", "CKAD"),
    ("BLS certified nurse", "CPR", "First aid at work", "Paediatric first aid", "PALS"),
    ("Solicitor", "Barrister", "Rechtsanwalt", "CILEX"),
    ("HGV class 1", "HGV class 2", "CDL-A", "C1 licence"),
    ("RTITB", "ITSSAR", "CACES R489"),
    ("IPAF", "PASMA"),
    ("CPCS", "NPORS"),
    ("SMSTS", "SSSTS"),
    ("Gas Safe", "gas engineer", "ACS gas"),
    ("F-Gas", "EPA 608"),
    ("CIPD", "SHRM-CP", "PHR certification"),
    ("Level 2 food hygiene", "Level 3 food hygiene", "ServSafe", "HACCP"),
    ("NEBOSH", "IOSH", "OSHA"),
    ("Green Belt", "Black Belt", "Six Sigma"),
    ("ISO 9001", "ISO 14001", "ISO 13485"),
    ("PCR", "ELISA", "Western blot", "HPLC"),
    ("Qualified Teacher Status", "teaching credential", "PGCE"),
    ("Key Stage 1", "Key Stage 2", "Key Stage 3"),
    ("LCSW", "LMSW", "Social Work England"),
)
"""Things of one kind that people take for one another. Each line holds what never are one."""


def named(name: str) -> set[str]:
    return {hit.skill_id for hit in matcher().find(name, [(0, len(name))])}


@pytest.mark.parametrize("things", DIFFERENT, ids=lambda things: things[0])
def test_different_things_of_one_kind_are_different_skills(things: tuple[str, ...]) -> None:
    found = [named(thing) for thing in things]

    assert all(found)
    for at, one in enumerate(found):
        for other in found[at + 1 :]:
            assert not one & other


def test_nothing_is_a_neighbour_of_itself_or_implies_itself() -> None:
    for entry in skills().values():
        assert entry.id not in (*entry.siblings, *entry.implies)
